package io.ledgerline.system.chaos.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ledgerline.system.chaos.load.Answers.Status;
import io.ledgerline.system.chaos.load.Call;
import io.ledgerline.system.chaos.load.ChaosEvent;
import io.ledgerline.system.chaos.load.Generator;
import io.ledgerline.system.chaos.load.Item;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Sends calls to {@code POST /api/v1/events}, each tried once.
 *
 * @param api one replica of ingest-service
 * @param generator what the numbers stand for
 */
public record EventDoor(Api api, Generator generator) {
  private static final String PATH = "/api/v1/events";

  /**
   * What became of one attempt.
   *
   * @param httpStatus the HTTP status
   * @param statuses one for each item; empty when the call was not taken
   * @param type the answer's media type
   */
  public record Attempt(int httpStatus, Optional<List<Status>> statuses, String type) {}

  /**
   * Tries once.
   *
   * @throws IOException when there was no answer
   */
  public Attempt send(Call call) throws IOException, InterruptedException {
    return send(call, Map.of());
  }

  /** Tries once with further headers. */
  public Attempt send(Call call, Map<String, String> headers)
      throws IOException, InterruptedException {
    Api.Answer answer = api.post(PATH, body(call), headers);
    boolean taken =
        answer.status() == HttpStatus.OK
            || call.single()
                && (answer.status() == HttpStatus.CONFLICT
                    || answer.status() == HttpStatus.UNPROCESSABLE);
    return new Attempt(
        answer.status(),
        taken ? Optional.of(statuses(call, answer.json())) : Optional.empty(),
        answer.type());
  }

  /** The bytes of a call. */
  public byte[] body(Call call) throws IOException {
    if (call.single()) {
      return Api.JSON.writeValueAsBytes(json(call.items().getFirst()));
    }
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    call.items().forEach(item -> all.add(json(item)));
    return Api.JSON.writeValueAsBytes(all);
  }

  private JsonNode json(Item item) {
    return event(item).toJson(item.number() % 2 == 0);
  }

  private ChaosEvent event(Item item) {
    return item.restamped() ? generator.restamped(item.number()) : generator.event(item.number());
  }

  /** Up to the first result that is not about the event in its place: the count tells then. */
  private List<Status> statuses(Call call, JsonNode json) {
    JsonNode results = json.path("results");
    List<Status> statuses = new ArrayList<>();
    for (int i = 0; i < results.size() && i < call.items().size(); i++) {
      JsonNode result = results.get(i);
      ChaosEvent event = event(call.items().get(i));
      if (result.path("index").asInt(-1) != i
          || !event.source().equals(result.path("source").asText())
          || !event.id().equals(result.path("id").asText())) {
        break;
      }
      statuses.add(Status.valueOf(result.path("status").asText().toUpperCase(Locale.ROOT)));
    }
    return statuses;
  }
}
