package io.ledgerline.ingest.inlet.smarter;

import static io.ledgerline.ingest.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.ledgerline.ingest.IngestTest;
import io.ledgerline.testkit.TestKeys;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@IngestTest
class ChargesIT {
  private static final String PATH = "/api/v1/charges";

  private static String charge(String id, String account, String time, String type, int tokens) {
    return """
        {"id": "%s", "created_at": "%s", "account": "%s", "user": "u@example.com",
         "session_key": "s-%s", "charge_type": "%s", "model": "gpt-4", "prompt_tokens": %d,
         "completion_tokens": 5, "total_tokens": %d}"""
        .formatted(id, time, account, id, type, tokens, tokens + 5);
  }

  private static ValidatableResponse post(String body) {
    return as(TestKeys.INGEST).contentType(ContentType.JSON).body(body).post(PATH).then();
  }

  private static JsonPath list(Map<String, ?> filters) {
    return as(TestKeys.VIEWER)
        .queryParams(filters)
        .get(PATH)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static long watermark() {
    return as(TestKeys.SERVICE)
        .get("/api/v1/ledger/watermark")
        .then()
        .extract()
        .jsonPath()
        .getLong("watermark");
  }

  private static List<JsonPath> sums(long after, String... days) {
    String text =
        as(TestKeys.SERVICE)
            .queryParam("source", "smarter")
            .queryParam("after", after)
            .queryParam("watermark", watermark())
            .queryParam("day", (Object[]) days)
            .get("/api/v1/ledger/daily-sums")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    List<JsonPath> sums = new ArrayList<>();
    text.lines().filter(line -> !line.contains("\"end\"")).map(JsonPath::from).forEach(sums::add);
    assertThat(text.lines().toList().getLast())
        .isEqualTo("{\"end\":true,\"count\":%d}".formatted(sums.size()));
    return sums;
  }

  @Test
  void aChargeCountsOnceHoweverOftenItComes() {
    String charge = charge("once", "1000-0000-0001", "2021-03-01T08:00:00Z", "completion", 1);
    post(charge).statusCode(200).body("results[0].status", equalTo("recorded"));
    post(charge).statusCode(200).body("results[0].status", equalTo("duplicate"));
    post(charge.replace("1000-0000-0001", "1000-0000-0002"))
        .statusCode(409)
        .body("code", equalTo("conflict"))
        .body("counts.conflict", equalTo(1));
    post("[" + charge + "," + charge.replace("2021", "20x1") + "]")
        .statusCode(200)
        .body("results.status", contains("duplicate", "rejected"));
    post(charge.replace("completion\"", "usage\""))
        .statusCode(422)
        .body("code", equalTo("invalid-event"))
        .body("errors[0].field", equalTo("charge_type"));
  }

  @Test
  void chargesAreListedWithTheirLabelsByWhatTheySay() {
    String account = "1000-0000-0003";
    post("["
            + charge("list-1", account, "2021-03-31T23:59:59.999Z", "completion", 10)
            + ","
            + charge("list-2", account, "2021-04-01T00:00:00Z", "tool", 20)
            + "]")
        .statusCode(200);
    JsonPath all = list(Map.of("account", account));
    assertThat(all.getList("items.id")).containsExactly("list-1", "list-2");
    assertThat(all.getString("items[0].charge_type_display")).isEqualTo("Prompt Completion");
    assertThat(all.getString("items[0].provider_display")).isEqualTo("OpenAI");
    assertThat(all.getInt("items[0].total_tokens")).isEqualTo(15);
    assertThat(all.getString("items[0].reference")).isEqualTo("undefined charge reference");
    assertThat(list(Map.of("account", account, "month", "2021-04")).getList("items.id"))
        .containsExactly("list-2");
    assertThat(list(Map.of("account", account, "date_to", "2021-03-31")).getList("items.id"))
        .containsExactly("list-1");
    assertThat(list(Map.of("session_key", "s-list-2", "month", "2021-04")).getList("items.id"))
        .containsExactly("list-2");
    assertThat(
            list(Map.of("account", account, "charge_type", "tool", "sort", "-posted"))
                .getList("items.id"))
        .containsExactly("list-2");
    as(TestKeys.VIEWER).queryParam("month", "2021-13").get(PATH).then().statusCode(400);
    as(TestKeys.VIEWER).queryParam("charge_type", "usage").get(PATH).then().statusCode(400);
    as(TestKeys.VIEWER).contentType(ContentType.JSON).body("{}").post(PATH).then().statusCode(403);
  }

  @Test
  void case03DaysThatChangedAreAddedUpWholeAndWhatWasConsumedIsMarked() {
    String account = "1000-0000-0004";
    post(charge("sum-1", account, "2021-05-01T08:00:00Z", "completion", 10)).statusCode(200);
    long before = watermark();
    post("["
            + charge("sum-2", account, "2021-05-01T09:00:00Z", "completion", 1)
            + ","
            + charge("sum-3", account, "2021-05-01T09:00:00Z", "tool", 1)
            + "]")
        .statusCode(200);

    List<JsonPath> sums = sums(before).stream().filter(s -> day(s, account)).toList();
    assertThat(sums)
        .extracting(s -> s.getString("operation"))
        .containsExactly("completion", "tool");
    assertThat(sums.getFirst().getString("principal")).isEqualTo("u@example.com");
    assertThat(sums.getFirst().getLong("events")).isEqualTo(2);
    assertThat(sums.getFirst().getInt("quantities.input_tokens")).isEqualTo(11);
    assertThat(sums(watermark())).isEmpty();
    assertThat(sums(watermark(), "2021-05-01")).filteredOn(s -> day(s, account)).hasSize(2);

    note(watermark(), sums.getLast().getString("principalId"), account);
    JsonPath listed = list(Map.of("account", account));
    assertThat(listed.getList("items.consumed")).containsExactly(true, true, false);
    note(0, sums.getLast().getString("principalId"), "none");
    assertThat(list(Map.of("account", account)).getList("items.consumed"))
        .containsExactly(true, true, false);
    post(charge("sum-4", account, "2021-05-01T10:00:00Z", "completion", 1)).statusCode(200);
    assertThat(list(Map.of("account", account)).getList("items.consumed"))
        .containsExactly(true, true, false, false);
  }

  private static boolean day(JsonPath sum, String account) {
    return account.equals(sum.getString("sourceAccount"))
        && "2021-05-01".equals(sum.getString("day"));
  }

  private static void note(long watermark, String principal, String account) {
    as(TestKeys.SERVICE)
        .contentType(ContentType.JSON)
        .body(
            """
            {"watermark": %d, "held": [{"account": "%s", "principal": "%s", "provider": "openai",
             "chargeType": "tool", "date": "2021-05-01"}]}"""
                .formatted(watermark, account, principal))
        .put(PATH + "/consumption")
        .then()
        .statusCode(204);
  }
}
