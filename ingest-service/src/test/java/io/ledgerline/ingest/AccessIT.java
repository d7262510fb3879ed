package io.ledgerline.ingest;

import static io.ledgerline.ingest.Api.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.ledgerline.contracts.message.Topics;
import io.ledgerline.testkit.ApiWalk;
import io.ledgerline.testkit.KafkaProbe;
import io.ledgerline.testkit.TestKeys;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@IngestTest
class AccessIT {
  private static final Map<String, String> KEYS =
      Map.of(
          "ingest", TestKeys.INGEST,
          "viewer", TestKeys.VIEWER,
          "service", TestKeys.SERVICE,
          "admin", TestKeys.ADMIN);

  @ParameterizedTest
  @CsvSource({
    "POST, /api/v1/events",
    "GET, /api/v1/ledger/watermark",
    "GET, /api/v1/ledger/control-totals",
    "GET, /api/v1/ledger/events",
    "GET, /api/v1/ledger/hourly-totals",
    "GET, /api/v1/ledger/daily-sums",
    "POST, /api/v1/charges",
    "GET, /api/v1/charges",
    "POST, /api/v1/inlets/bedrock/cloudwatch",
    "GET, /api/v1/ledger/batches",
    "GET, /api/v1/ledger/batches/messages",
    "POST, /api/v1/ledger/batches/1/republications",
    "GET, /api/v1/ledger/verification",
    "GET, /api/v1/usage",
    "GET, /api/v1/usage/count",
    "GET, /api/v1/inlets/s3/objects",
    "GET, /api/v1/inlets/s3/summary",
    "POST, /api/v1/inlets/s3/scans",
    "GET, /api/v1/inlets/quarantine",
    "POST, /api/v1/inlets/quarantine/1/replays",
    "POST, /api/v1/ledger/corrections",
    "GET, /api/v1/ledger/corrections",
    "GET, /api/v1/ledger/partitions",
    "POST, /api/v1/ledger/partitions/2026-01/archives",
    "POST, /api/v1/ledger/partitions/2026-01/restorations",
    "GET, /api/v1/ledger/retention",
    "GET, /api/v1/ledger/retention/decisions",
    "POST, /api/v1/ledger/holds",
    "GET, /api/v1/ledger/holds",
    "DELETE, /api/v1/ledger/holds/1",
    "GET, /q/openapi",
    "GET, /q/metrics",
  })
  void withoutAKeyNothingIsTold(String method, String path) {
    json(given())
        .request(method, path)
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .body("code", equalTo("unauthenticated"));
  }

  @ParameterizedTest
  @CsvSource({
    "viewer, POST, /api/v1/events, 403",
    "service, POST, /api/v1/events, 403",
    "ingest, GET, /api/v1/ledger/watermark, 403",
    "ingest, GET, /api/v1/ledger/events, 403",
    "service, GET, /api/v1/ledger/watermark, 200",
    "viewer, GET, /api/v1/ledger/watermark, 200",
    "viewer, POST, /api/v1/inlets/s3/scans, 403",
    "admin, POST, /api/v1/inlets/s3/scans, 202",
    "viewer, POST, /api/v1/inlets/quarantine/1/replays, 403",
    "ingest, POST, /api/v1/inlets/quarantine/999999/replays, 404",
    "ingest, GET, /api/v1/inlets/quarantine, 200",
    "viewer, GET, /api/v1/ledger/partitions, 200",
    "ingest, GET, /api/v1/ledger/partitions, 403",
    "viewer, GET, /api/v1/ledger/retention, 200",
    "viewer, GET, /api/v1/ledger/holds, 403",
    "ingest, DELETE, /api/v1/ledger/holds/1, 403",
    "admin, DELETE, /api/v1/ledger/holds/999999, 404",
    "admin, POST, /api/v1/ledger/partitions/2026-01/archives, 403",
    "viewer, POST, /api/v1/ledger/partitions/2026-01/restorations, 403",
  })
  void aRoleOpensWhatIsItsOwn(String role, String method, String path, int status) {
    json(as(KEYS.get(role))).request(method, path).then().statusCode(status);
  }

  @Test
  void anotherTenantSeesNothingOfThisOne() {
    String source = Api.newSource();
    Api.post(Api.event(source, "1")).statusCode(200).body("counts.recorded", equalTo(1));

    as(TestKeys.OTHER_TENANT)
        .contentType(ContentType.JSON)
        .body(Api.event(source, "1"))
        .post("/api/v1/events")
        .then()
        .statusCode(200)
        .body("counts.recorded", equalTo(1));
    int watermark =
        as(TestKeys.OTHER_TENANT)
            .get("/api/v1/ledger/watermark")
            .then()
            .extract()
            .path("watermark");
    as(TestKeys.OTHER_TENANT)
        .queryParam("from", "2023-11-16T00:00:00Z")
        .queryParam("to", "2023-11-17T00:00:00Z")
        .queryParam("watermark", watermark)
        .get("/api/v1/ledger/control-totals")
        .then()
        .statusCode(200)
        .body("events", equalTo(1));
  }

  @Test
  void listsHavePagesReadsHaveTagsAndBodiesHaveExamples() {
    assertThat(new ApiWalk(() -> as(TestKeys.ADMIN), Set.of()).faults()).isEmpty();
  }

  @Test
  void theDocumentNamesEveryDoorWithExamples() {
    as(TestKeys.VIEWER)
        .accept(ContentType.JSON)
        .get("/q/openapi")
        .then()
        .statusCode(200)
        .body("paths.keySet()", hasItems("/api/v1/events", "/api/v1/ledger/events"))
        .body(
            "paths.'/api/v1/events'.post.requestBody.content.'application/json'.examples.keySet()",
            hasItems("one event", "several events"));
  }

  @Test
  void metricsTellWhatCameIn() {
    Api.post(Api.event(Api.newSource(), "1").replace("\"id\"", "\"unheardOf\": 1, \"id\""));

    as(TestKeys.VIEWER)
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .body(containsString("ledgerline_events_total{"))
        .body(containsString("ledgerline_unknown_fields_total{"))
        .body(containsString("ledgerline_outbox_unpublished_batches"))
        .body(containsString("ledgerline_outbox_dead_lettered_batches"))
        .body(containsString("ledgerline_ledger_unsealed_batches"))
        .body(containsString("ledgerline_ledger_unsealed_oldest_seconds"))
        .body(containsString("ledgerline_inlet_objects_waiting"))
        .body(containsString("ledgerline_quarantine_open"))
        .body(containsString("ledgerline_ledger_batch_events"));
  }

  private static RequestSpecification json(RequestSpecification call) {
    return call.contentType(ContentType.JSON);
  }

  @Test
  void whatIsDoneIsToldToTheAuditLogButForUsageWhoseRecordIsTheLedger() {
    String event =
        "{\"source\":\"audit-it\",\"id\":\"1\",\"time\":\"2026-01-31T12:00:00Z\","
            + "\"sourceAccount\":\"audit-it\",\"quantities\":{\"requests\":1}}";
    as(TestKeys.INGEST).contentType(ContentType.JSON).body(event).post("/api/v1/events");
    as(TestKeys.ADMIN).post("/api/v1/inlets/s3/scans").then().statusCode(202);
    try (KafkaProbe kafka = KafkaProbe.connect()) {
      String told =
          kafka
              .await(
                  Topics.AUDIT_RECORDED,
                  Duration.ofSeconds(30),
                  all -> all.stream().anyMatch(r -> text(r.value()).contains("s3/scans")))
              .stream()
              .map(r -> text(r.value()))
              .collect(Collectors.joining("\n"));
      assertThat(told)
          .contains("\"service\":\"ingest-service\"")
          .doesNotContain("/api/v1/events\",\"outcome\":\"DONE\"");
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
