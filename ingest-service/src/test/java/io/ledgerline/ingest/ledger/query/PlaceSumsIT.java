package io.ledgerline.ingest.ledger.query;

import static io.ledgerline.ingest.Api.as;
import static io.ledgerline.ingest.Api.newSource;
import static io.ledgerline.ingest.Api.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.ledgerline.ingest.IngestTest;
import io.ledgerline.testkit.TestKeys;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@IngestTest
class PlaceSumsIT {
  private final String account = UUID.randomUUID().toString();
  private final String source = newSource();

  private String use(String id, String time, String user, String quantities) {
    return """
        {"source": "%s", "id": "%s", "time": "%s", "sourceAccount": "%s", "principal": "%s",
         "workspace": "vision", "project": "cats", "quantities": {%s}}"""
        .formatted(source, id, time, account, user, quantities);
  }

  private List<JsonPath> sums(String from, String to, String of) {
    return Ndjson.lines(
        as(TestKeys.VIEWER)
            .queryParam("from", from)
            .queryParam("to", to)
            .queryParam("watermark", watermark())
            .queryParam("meter", "ui_calls", "experiments")
            .queryParam("sourceAccount", of)
            .get("/api/v1/ledger/place-sums"));
  }

  @Test
  void whatStandsIsSummedByPlaceWithItsFirstAndLastTime() {
    post("[%s,%s,%s,%s]"
            .formatted(
                use("1", "2023-11-01T00:00:00.5Z", "ann", "\"ui_calls\": 2"),
                use("2", "2023-11-02T00:00:00Z", "ann", "\"ui_calls\": 3, \"experiments\": 1"),
                use("3", "2023-11-03T00:00:00Z", "ann", "\"ui_calls\": 10"),
                use("4", "2023-11-04T00:00:00Z", "bob", "\"input_tokens\": 10")))
        .statusCode(200);
    as(TestKeys.ADMIN)
        .contentType(ContentType.JSON)
        .body(
            """
            {"kind": "void", "reason": "sent wrongly",
             "select": {"events": [{"source": "%s", "id": "3"}]}}"""
                .formatted(source))
        .post("/api/v1/ledger/corrections")
        .then()
        .statusCode(200);

    List<JsonPath> lines = sums("2000-01-01T00:00:00Z", "2024-01-01T00:00:00Z", account);

    assertThat(lines).hasSize(1);
    JsonPath ann = lines.getFirst();
    assertThat(ann.getString("workspace")).isEqualTo("vision");
    assertThat(ann.getString("project")).isEqualTo("cats");
    assertThat(ann.getString("principal")).isEqualTo("ann");
    assertThat(ann.getString("meters.ui_calls.sum")).isEqualTo("5");
    assertThat(ann.getString("meters.ui_calls.first")).isEqualTo("2023-11-01T00:00:00.500Z");
    assertThat(ann.getString("meters.ui_calls.last")).isEqualTo("2023-11-02T00:00:00Z");
    assertThat(ann.getString("meters.experiments.sum")).isEqualTo("1");
    assertThat(sums("2023-11-02T00:00:00Z", "2023-11-03T00:00:00Z", account.substring(0, 30) + "*"))
        .extracting(line -> line.getString("meters.ui_calls.sum"))
        .containsExactly("3");
    assertThat(sums("2023-11-02T00:00:00Z", "2023-11-03T00:00:00Z", account + "x")).isEmpty();
  }

  @Test
  void quartersAreSummedAtAWatermarkAndExactTimes() {
    post("[%s,%s,%s]"
            .formatted(
                use("q1", "2023-10-01T00:00:00Z", "ann", "\"image_edits\": 2"),
                use("q2", "2023-10-01T00:14:00Z", "ann", "\"image_edits\": 3"),
                use("q3", "2023-10-02T00:05:00Z", "ann", "\"image_edits\": 5, \"images\": 1")))
        .statusCode(200);
    String watermark = watermark();
    post("[%s]".formatted(use("q4", "2023-10-01T00:01:00Z", "ann", "\"image_edits\": 90")))
        .statusCode(200);
    assertThat(quarters("2023-10-01T00:00:00Z", "2023-10-02T00:06:00Z", watermark))
        .containsExactly("2023-10-01T00:00:00Z 5", "2023-10-02T00:00:00Z 5");
    assertThat(quarters("2023-10-01T00:00:00Z", "2023-10-01T00:14:00Z", watermark))
        .containsExactly("2023-10-01T00:00:00Z 2");
    assertThat(quarters("2023-10-01T00:00:00Z", "2023-10-01T00:14:00Z", watermark()))
        .containsExactly("2023-10-01T00:00:00Z 92");
  }

  private List<String> quarters(String from, String to, String watermark) {
    return Ndjson.lines(
            as(TestKeys.VIEWER)
                .queryParam("from", from)
                .queryParam("to", to)
                .queryParam("watermark", watermark)
                .queryParam("meter", "image_edits")
                .queryParam("step", 1000)
                .get("/api/v1/ledger/quarter-sums"))
        .stream()
        .filter(line -> account.equals(line.getString("sourceAccount")))
        .map(line -> line.getString("time") + " " + line.getString("quantities.image_edits"))
        .toList();
  }

  private static String watermark() {
    return as(TestKeys.VIEWER)
        .get("/api/v1/ledger/watermark")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getString("watermark");
  }

  @Test
  void aMeterHasToBeNamed() {
    as(TestKeys.VIEWER)
        .queryParam("from", "2023-11-01T00:00:00Z")
        .queryParam("to", "2023-12-01T00:00:00Z")
        .queryParam("watermark", "1")
        .get("/api/v1/ledger/place-sums")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("meter"));
  }
}
