package io.ledgerline.contracts.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerline.contracts.Json;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas and the records say the same, so that whoever reads one knows the other. */
class MessageSchemaTest {
  static Stream<Arguments> messages() {
    return Stream.of(
        arguments("usage-batch", Examples.BATCH),
        arguments("usage-applied", Examples.APPLIED),
        arguments("report-completed", Examples.REPORT),
        arguments("report-completed", Examples.BARE_REPORT),
        arguments("delivery-updated", Examples.DELIVERY),
        arguments("delivery-updated", Examples.BARE_DELIVERY),
        arguments("access-key", Examples.KEY),
        arguments("access-tenant", Examples.TENANT),
        arguments("access-tenant", Examples.BARE_TENANT),
        arguments("access-used", Examples.USED),
        arguments("audit-recorded", Examples.AUDIT),
        arguments("access-key", Examples.BARE_KEY));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("messages")
  void everyRecordIsWhatItsSchemaSays(String schema, Record message) {
    assertThat(Json.faults(schema, Json.tree(Json.write(message)))).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("messages")
  void everyRecordComesBackAsItWas(String schema, Record message) throws JsonProcessingException {
    assertThat(Json.read(Json.write(message), message.getClass())).isEqualTo(message);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("messages")
  void aFieldNobodyHasSeenYetDoesNoHarm(String schema, Record message)
      throws JsonProcessingException {
    ObjectNode json = (ObjectNode) Json.tree(Json.write(message));
    json.put("later", "field");

    assertThat(Json.faults(schema, json)).isEmpty();
    assertThat(Json.read(json.toString(), message.getClass())).isEqualTo(message);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("messages")
  void everyFieldThatTheSchemaRequiresIsMissedWhenItIsGone(String schema, Record message) {
    JsonNode required = Json.schema(schema).getSchemaNode().get("required");
    assertThat(required).isNotEmpty();
    for (JsonNode field : required) {
      ObjectNode json = (ObjectNode) Json.tree(Json.write(message));
      assertThat(json.remove(field.asText())).as(field.asText()).isNotNull();
      assertThat(Json.faults(schema, json)).as("without %s", field).isNotEmpty();
    }
  }

  @ParameterizedTest(name = "{0} {1} = {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "usage-batch      | /version                    | 2",
        "usage-batch      | /facts                      | []",
        "usage-batch      | /dimensions                 | []",
        "usage-batch      | /facts/0/d                  | -1",
        "usage-batch      | /facts/0/t                  | \"2023-11-16\"",
        "usage-batch      | /facts/0/g                  | -1",
        "usage-batch      | /tags/0                     | {}",
        "usage-batch      | /tags/0/team                | 7",
        "usage-batch      | /facts/0/q                  | {}",
        "usage-batch      | /facts/0/q/images           | -1",
        "usage-batch      | /facts/0/q/images           | 1e18",
        "usage-batch      | /facts/0/q/Images           | 1",
        "usage-batch      | /dimensions/0/sourceAccount | null",
        "usage-batch      | /dimensions/0/principal     | \"alice\"",
        "usage-batch      | /tenant                     | \"No Tenant\"",
        "usage-applied    | /outcome                    | \"LOST\"",
        "usage-applied    | /batchId                    | \"17\"",
        "report-completed | /deliveries/0/channel       | \"fax\"",
        "report-completed | /deliveries/0/to            | []",
        "report-completed | /deliveries/0/to/0          | \"a b@example.org\"",
        "report-completed | /deliveries/1/bucket        | \"No_Bucket\"",
        "report-completed | /deliveries/1/keyPrefix     | \"/absolute\"",
        "report-completed | /artifacts/0/sha256         | \"00\"",
        "report-completed | /artifacts/0/size           | -1",
        "report-completed | /artifacts/0/name           | \"../up.csv\"",
        "report-completed | /summary/currency           | \"Dollar\"",
        "report-completed | /summary/charges            | \"12\"",
        "report-completed | /provisional                | \"yes\"",
        "report-completed | /from                       | 17",
        "delivery-updated | /state                      | \"SENT\"",
        "delivery-updated | /revision                   | 0",
        "delivery-updated | /attempts                   | -1",
        "access-tenant    | /revision                   | 0",
        "access-tenant    | /tenant                     | \"No Tenant\"",
        "access-used      | /lastUsed                   | {\"0a1b2c3d\": 7}",
        "audit-recorded   | /outcome                    | \"MAYBE\"",
        "audit-recorded   | /status                     | 7",
        "audit-recorded   | /count                      | 0",
        "access-key       | /prefix                     | \"XYZ\"",
        "access-key       | /sha256                     | \"abc\"",
        "access-key       | /roles                      | [\"admin\", \"admin\"]",
        "access-key       | /roles                      | [\"Big Boss\"]",
        "access-key       | /scope                      | {}",
        "access-key       | /scope/sourceAccounts       | [\"*\"]",
        "access-key       | /scope/sourceAccounts/0     | \"a*b\"",
        "access-key       | /scope/costCentres          | \"research\""
      })
  void aBrokenRecordIsFound(String schema, String at, String value) {
    ObjectNode json = (ObjectNode) Json.tree(Json.write(full(schema)));
    int last = at.lastIndexOf('/');
    JsonNode parent = json.at(at.substring(0, last));
    String field = at.substring(last + 1);
    if (parent instanceof ObjectNode object) {
      object.set(field, Json.tree(value));
    } else {
      ((ArrayNode) parent).set(Integer.parseInt(field), Json.tree(value));
    }

    assertThat(Json.faults(schema, json)).isNotEmpty();
  }

  private static Object full(String schema) {
    return messages()
        .filter(m -> m.get()[0].equals(schema))
        .map(m -> m.get()[1])
        .findFirst()
        .orElseThrow();
  }
}
