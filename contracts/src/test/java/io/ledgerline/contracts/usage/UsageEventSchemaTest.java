package io.ledgerline.contracts.usage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerline.contracts.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema of events as callers send them; the records have the last word. */
class UsageEventSchemaTest {
  @Test
  void itsOwnExamplesAreEvents() {
    JsonNode examples = Json.schema("usage-event").getSchemaNode().get("examples");
    assertThat(examples).hasSize(2);
    for (JsonNode example : examples) {
      assertThat(Json.faults("usage-event", example)).isEmpty();
    }
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "time       | \"2023-11-16T18:17:03.9799600Z\"",
        "time       | \"2023-11-16T19:17:03+01:00\"",
        "principal  | null",
        "later      | {\"nobody\": [\"has\", \"seen\", \"this\"]}",
        "quantities | {\"input_tokens\": \"999999999999999999.999999999\"}",
        "quantities | {\"input_tokens\": 0.000000001}",
        "priceClass | {\"image_size\": \"512\"}",
        "tags       | {\"team\": null}"
      })
  void whatACallerMaySayPasses(String field, String value) {
    assertThat(Json.faults("usage-event", eventWith(field, value))).isEmpty();
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "source        | \" \"",
        "id            | \"\"",
        "id            | 17",
        "sourceAccount | null",
        "time          | \"2023-11-16T18:17:03\"",
        "time          | \"yesterday\"",
        "time          | 1700158623",
        "principal     | \"a\\u0000b\"",
        "quantities    | {}",
        "quantities    | {\"input_tokens\": -1}",
        "quantities    | {\"input_tokens\": 1e400}",
        "quantities    | {\"input_tokens\": 1e18}",
        "quantities    | {\"input_tokens\": 0.0000000001}",
        "quantities    | {\"input_tokens\": \"NaN\"}",
        "quantities    | {\"input_tokens\": \"1234567890123456789012345678901234567890\"}",
        "quantities    | {\"Input Tokens\": 1}",
        "quantities    | {\"input_tokens\": null}",
        "priceClass    | {\"image_size\": \"512;x=y\"}",
        "priceClass    | {\"Size\": \"512\"}",
        "tags          | {\"team\": 7}",
        "attributes    | {\"\": \"x\"}"
      })
  void whatWouldBeRejectedIsFound(String field, String value) {
    assertThat(Json.faults("usage-event", eventWith(field, value))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"source", "id", "sourceAccount", "quantities"})
  void whatMakesAnEventMustBeThere(String field) {
    ObjectNode event = event();
    event.remove(field);
    assertThat(Json.faults("usage-event", event)).isNotEmpty();
  }

  private static ObjectNode eventWith(String field, String value) {
    ObjectNode event = event();
    event.set(field, Json.tree(value));
    return event;
  }

  private static ObjectNode event() {
    return Json.schema("usage-event").getSchemaNode().get("examples").get(0).deepCopy();
  }
}
