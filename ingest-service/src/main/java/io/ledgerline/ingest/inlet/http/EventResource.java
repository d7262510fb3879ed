package io.ledgerline.ingest.inlet.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.ingest.inlet.http.idempotency.RepeatableCalls;
import io.ledgerline.ingest.ledger.AccountSight;
import io.ledgerline.ingest.ledger.Outcome;
import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.KeepsScope;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.access.Sight;
import io.ledgerline.platform.audit.Unaudited;
import io.ledgerline.platform.idempotency.IdempotencyKey;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.mutiny.core.Vertx;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code POST /api/v1/events}: the answer is given after the commit and is the truth. */
@Path("/api/v1/events")
@KeepsScope
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "events", description = "Usage events in, an answer for each")
public class EventResource {
  /** Above this many bytes, reading the body would keep an event loop from its other work. */
  private static final int READ_ELSEWHERE = 64 * 1024;

  /** The name under which calls with a key are remembered. */
  private static final String DOOR = "events";

  private final EventInlet inlet;
  private final Vocabularies vocabularies;
  private final RepeatableCalls calls;
  private final CurrentCaller caller;
  private final Vertx vertx;

  EventResource(
      EventInlet inlet,
      Vocabularies vocabularies,
      RepeatableCalls calls,
      CurrentCaller caller,
      Vertx vertx) {
    this.inlet = inlet;
    this.vocabularies = vocabularies;
    this.calls = calls;
    this.caller = caller;
    this.vertx = vertx;
  }

  /** Records one event, an array of events, or an object with an array {@code events}. */
  @POST
  @Unaudited
  @RolesAllowed(Roles.INGEST)
  @Operation(
      summary = "Record usage events",
      description =
          """
          Takes one event, an array of up to 10,000, or {"events": [...]}, and answers for each, in
          the order sent: `recorded`, `duplicate` (same source and id, same content), `conflict`
          (same source and id, other content; nothing was changed) or `rejected` with the reason.
          One bad event never fails its neighbours. Sending again after a lost answer does no harm.
          An event without `time` counts at the receipt of its first arrival. Unknown fields are
          ignored.""")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Object.class),
              examples = {
                @ExampleObject(name = "one event", value = EventExamples.ONE),
                @ExampleObject(name = "several events", value = EventExamples.SEVERAL)
              }))
  @APIResponse(
      responseCode = "200",
      description = "One result per event, in the order sent",
      content =
          @Content(
              schema = @Schema(implementation = EventAnswer.class),
              examples = @ExampleObject(name = "several events", value = EventExamples.ANSWER)))
  @APIResponse(responseCode = "400", description = "No JSON, or no event in it")
  @APIResponse(responseCode = "409", description = "A single event that conflicts")
  @APIResponse(responseCode = "413", description = "Too many events or bytes")
  @APIResponse(responseCode = "415", description = "Not application/json")
  @APIResponse(
      responseCode = "422",
      description = "A single event that was rejected, or an idempotency key used for another body")
  @APIResponse(responseCode = "503", description = "The database is away; send again later")
  public Uni<Object> record(
      @Parameter(description = "Check only: answers `valid` or `rejected`, records nothing")
          @QueryParam("dryRun")
          boolean dryRun,
      @Parameter(
              description =
                  "Your own name for this call, 1 to 255 printable characters. The same call made"
                      + " again within 7 days gets the same answer; with another body it is 422"
                      + " idempotency-key-reused.",
              example = "import-2026-02-01-part-7",
              schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 255))
          @HeaderParam(IdempotencyKey.HEADER)
          String idempotencyKey,
      @Context HttpServerResponse response,
      byte[] body)
      throws JsonProcessingException {
    Sight sight = AccountSight.of(caller);
    TenantId tenant = sight.tenant();
    IdempotencyKey key = IdempotencyKey.of(idempotencyKey);
    boolean small = body.length <= READ_ELSEWHERE;
    Uni<ParsedCall> parsed =
        (small ? Uni.createFrom().item(read(body)) : vertx.executeBlocking(() -> read(body), false))
            .map(call -> call.within(sight.scope()));
    if (dryRun) {
      return parsed.map(call -> DryRunAnswer.of(call.events(), inlet.faults(call)));
    }
    if (key == null) {
      return parsed.chain(
          call ->
              (small ? inlet.record(tenant, call) : elsewhere(() -> inlet.record(tenant, call)))
                  .map(outcomes -> answer(call, outcomes)));
    }
    return parsed.chain(
        call ->
            calls
                .once(tenant, key, DOOR, body, after -> inlet.record(tenant, call, after))
                .map(
                    answer -> {
                      if (answer.replayed()) {
                        response.putHeader(RepeatableCalls.REPLAYED, "true");
                      }
                      return answer(call, answer.outcomes());
                    }));
  }

  /** Begins work on a worker thread, because there is much of it, and comes back for its result. */
  private static <T> Uni<T> elsewhere(Supplier<Uni<T>> work) {
    io.vertx.core.Context home = io.vertx.core.Vertx.currentContext();
    return Uni.createFrom()
        .deferred(() -> work.get())
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .emitOn(task -> home.runOnContext(ignored -> task.run()));
  }

  private ParsedCall read(byte[] body) throws JsonProcessingException {
    Vocabulary vocabulary = vocabularies.borrow();
    try {
      return BodyReader.read(body, vocabulary);
    } finally {
      vocabularies.giveBack(vocabulary);
    }
  }

  private static EventAnswer answer(ParsedCall call, List<Outcome> outcomes) {
    EventAnswer answer = EventAnswer.of(call.events(), outcomes);
    return call.single() ? answer.orProblem(outcomes.getFirst()) : answer;
  }
}
