package io.ledgerline.ingest.inlet.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.usage.UsageEvent;
import io.ledgerline.ingest.inlet.feed.Feed;
import io.ledgerline.ingest.inlet.feed.FeedFields;
import io.ledgerline.ingest.inlet.http.idempotency.RepeatableCalls;
import io.ledgerline.ingest.ledger.Outcome;
import io.ledgerline.ingest.ledger.Reason;
import io.ledgerline.platform.access.Sight;
import io.ledgerline.platform.idempotency.IdempotencyKey;
import io.ledgerline.platform.json.JsonSettings;
import io.ledgerline.platform.problem.ErrorCode;
import io.ledgerline.platform.problem.InvalidRequest;
import io.ledgerline.platform.problem.PayloadTooLarge;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Events in a vendor's format over HTTP: one, an array, or an object with an array {@code events}.
 * Once they are read they go the way of all others, and are answered alike.
 */
@ApplicationScoped
public class FeedDoor {
  private static final ObjectMapper JSON = JsonSettings.newMapper();
  private static final ObjectReader TREES =
      JSON.reader()
          .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final EventInlet inlet;
  private final RepeatableCalls calls;
  private final Vertx vertx;

  FeedDoor(EventInlet inlet, RepeatableCalls calls, Vertx vertx) {
    this.inlet = inlet;
    this.calls = calls;
    this.vertx = vertx;
  }

  /**
   * A call.
   *
   * @param sight whose ledger, and of which accounts the caller may send
   * @param body as sent
   * @param idempotencyKey the caller's own name for the call; null when it has none
   * @param dryRun whether it is checked only
   * @param response is told when the answer is one that was given before
   */
  public record Call(
      Sight sight,
      byte[] body,
      String idempotencyKey,
      boolean dryRun,
      HttpServerResponse response) {}

  /** Records a call's events, after the commit of which it answers; or checks them. */
  public Uni<Object> take(Feed feed, Call call) {
    IdempotencyKey key = IdempotencyKey.of(call.idempotencyKey());
    Uni<ParsedCall> parsed =
        vertx
            .executeBlocking(() -> read(feed, call.body()), false)
            .map(events -> events.within(call.sight().scope()));
    if (call.dryRun()) {
      return parsed.map(events -> DryRunAnswer.of(events.events(), inlet.faults(events)));
    }
    if (key == null) {
      return parsed.chain(
          events ->
              inlet
                  .of(feed.name())
                  .record(call.sight().tenant(), events)
                  .map(outcomes -> answer(events, outcomes)));
    }
    return parsed.chain(
        events ->
            calls
                .once(
                    call.sight().tenant(),
                    key,
                    feed.name(),
                    call.body(),
                    after -> inlet.of(feed.name()).record(call.sight().tenant(), events, after))
                .map(
                    answer -> {
                      if (answer.replayed()) {
                        call.response().putHeader(RepeatableCalls.REPLAYED, "true");
                      }
                      return answer(events, answer.outcomes());
                    }));
  }

  private static EventAnswer answer(ParsedCall call, List<Outcome> outcomes) {
    EventAnswer answer = EventAnswer.of(call.events(), outcomes);
    return call.single() ? answer.orProblem(outcomes.getFirst()) : answer;
  }

  /** Reads a body; only what is no JSON, or no events at all, fails the call as a whole. */
  static ParsedCall read(Feed feed, byte[] body) throws JsonProcessingException {
    JsonNode tree = tree(body);
    JsonNode inner = tree.path("events");
    boolean single = tree.isObject() && !inner.isArray();
    if (!tree.isArray() && !tree.isObject()) {
      throw new InvalidRequest(
          ErrorCode.INVALID_REQUEST,
          "The body is an event, an array of events, or an object with an array 'events'.");
    }
    Iterable<JsonNode> all = single ? List.of(tree) : tree.isArray() ? tree : inner;
    List<ParsedEvent> events = new ArrayList<>();
    long unknown = 0;
    for (JsonNode element : all) {
      if (events.size() == BodyReader.MAX_EVENTS) {
        throw new PayloadTooLarge(
            ErrorCode.TOO_MANY_EVENTS,
            "A call carries at most %,d events.".formatted(BodyReader.MAX_EVENTS));
      }
      FeedFields fields = new FeedFields(element);
      events.add(element.isObject() ? event(feed, fields) : EventDraft.notAnObject());
      unknown += element.isObject() ? fields.unknown() : 0;
    }
    if (events.isEmpty()) {
      throw new InvalidRequest(ErrorCode.EMPTY_BATCH, "The batch holds no event.");
    }
    return new ParsedCall(single, events, unknown);
  }

  private static JsonNode tree(byte[] body) throws JsonProcessingException {
    try {
      JsonNode tree = TREES.readTree(body);
      if (tree.isMissingNode()) {
        throw new InvalidRequest(ErrorCode.MALFORMED_JSON, "The body is empty.");
      }
      return tree;
    } catch (JsonProcessingException e) {
      throw e;
    } catch (IOException e) {
      throw new InvalidRequest(ErrorCode.MALFORMED_JSON, "The body is not readable as text.");
    }
  }

  private static ParsedEvent event(Feed feed, FeedFields fields) {
    try {
      UsageEvent event = feed.event(fields);
      return new ParsedEvent(event.identity().source().value(), event.identity().id(), event, null);
    } catch (InvalidValueException e) {
      return new ParsedEvent(null, fields.glance(feed.idNames()), null, Reason.of(e));
    }
  }
}
