package io.ledgerline.report.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.message.AuditRecorded;
import io.ledgerline.contracts.message.AuditRecorded.Outcome;
import io.ledgerline.contracts.message.Topics;
import io.ledgerline.platform.messaging.MessageCodec;
import io.ledgerline.report.testing.Api;
import io.ledgerline.report.testing.ReportServiceTest;
import io.ledgerline.testkit.KafkaProbe;
import io.ledgerline.testkit.TestKeys;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@ReportServiceTest
class AuditEventIT {
  private static final MessageCodec CODEC = MessageCodec.create();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject Pool database;

  private static ValidatableResponse list(String query) {
    return Api.admin().get("/api/v1/audit-events?" + query).then().statusCode(200);
  }

  private static String makeKey(String name) {
    return Api.admin()
        .contentType(ContentType.JSON)
        .body("{\"name\":\"" + name + "\",\"roles\":[\"viewer\"]}")
        .post("/api/v1/keys")
        .then()
        .statusCode(201)
        .extract()
        .path("prefix");
  }

  @Test
  void aChangeIsInTheLogWhenItIsAnswered() {
    String prefix = makeKey("audited");
    Api.admin().delete("/api/v1/keys/" + prefix).then().statusCode(204);
    list("object=/api/v1/keys/" + prefix)
        .body("items.action", contains("DELETE /api/v1/keys/{prefix}"))
        .body("items[0].actor", equalTo("test-admin"))
        .body("items[0].service", equalTo("report-service"))
        .body("items[0].outcome", equalTo("DONE"))
        .body("items[0].status", equalTo(204))
        .body("items[0].remoteAddress", equalTo("127.0.0.1"));
    Api.as(TestKeys.OTHER_TENANT)
        .get("/api/v1/audit-events?object=/api/v1/keys/" + prefix)
        .then()
        .body("items", empty());
  }

  @Test
  void readsOfReportsAreInTheLogAndThoseThatWereRefusedToo() {
    UUID nobodys = UUID.randomUUID();
    Api.as(TestKeys.VIEWER).get("/api/v1/report-runs/" + nobodys).then().statusCode(404);
    Api.as(TestKeys.INGEST).get("/api/v1/report-runs/" + nobodys).then().statusCode(403);
    list("object=/api/v1/report-runs/" + nobodys)
        .body("items.outcome", contains("DENIED", "MISSING"))
        .body("items.actor", contains("test-ingest", "test-viewer"));
    list("object=/api/v1/report-runs/*&outcome=MISSING&actor=test-viewer")
        .body("items.object", hasItem("/api/v1/report-runs/" + nobodys));
  }

  @Test
  void theListPagesAndFiltersAndIsForAdminsAlone() {
    for (int i = 0; i < 3; i++) {
      makeKey("page " + i);
    }
    String next =
        list("action=POST /api/v1/keys&limit=2")
            .body("items.size()", equalTo(2))
            .extract()
            .path("nextCursor");
    List<String> first = list("action=POST /api/v1/keys&limit=2").extract().path("items.id");
    list("action=POST /api/v1/keys&limit=2&cursor=" + next)
        .body("items.id", not(hasItem(first.getFirst())))
        .body("items.id", not(hasItem(first.getLast())));
    list("to=2020-01-01T00:00:00Z").body("items", empty());
    Api.admin().get("/api/v1/audit-events?from=yesterday").then().statusCode(400);
    Api.admin().get("/api/v1/audit-events?outcome=PERHAPS").then().statusCode(400);
    Api.as(TestKeys.BILLING_ADMIN).get("/api/v1/audit-events").then().statusCode(403);
  }

  @Test
  void allOfItComesAsATableOrAsLinesOfJson() {
    String prefix = makeKey("exported");
    Api.admin().delete("/api/v1/keys/" + prefix).then().statusCode(204);
    String query = "/api/v1/audit-events?object=/api/v1/keys/" + prefix;
    String table =
        Api.admin().accept("text/csv").get(query).then().statusCode(200).extract().asString();
    assertThat(table.split("\r\n"))
        .hasSize(2)
        .satisfies(
            lines -> assertThat(lines[0]).startsWith("at,service,actor,action"),
            lines ->
                assertThat(lines[1])
                    .contains(",report-service,test-admin,DELETE /api/v1/keys/{prefix},"));
    String lines =
        Api.admin()
            .accept("application/x-ndjson")
            .get(query)
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(lines.lines())
        .singleElement()
        .asString()
        .contains("\"object\":\"/api/v1/keys/" + prefix);
  }

  @Test
  void whatOtherServicesTellIsKeptOnce() {
    AuditRecorded event =
        new AuditRecorded(
            UUID.randomUUID(),
            Instant.parse("2026-01-31T12:00:00Z"),
            TenantId.DEFAULT,
            "ingest-service",
            "0a1b2c3d",
            "POST /api/v1/ledger/corrections",
            "/api/v1/told",
            Outcome.DONE,
            201,
            "192.0.2.1",
            1);
    try (KafkaProbe kafka = KafkaProbe.connect()) {
      kafka.send(Topics.AUDIT_RECORDED, event.id().toString(), CODEC.encode(event));
      kafka.send(Topics.AUDIT_RECORDED, event.id().toString(), CODEC.encode(event));
    }
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                list("service=ingest-service&object=/api/v1/told")
                    .body("items.id", contains(event.id().toString())));
  }

  @Test
  void nobodyChangesWhatIsInTheLog() {
    makeKey("kept");
    for (String statement :
        List.of(
            "UPDATE audit_event SET actor = 'nobody'",
            "DELETE FROM audit_event",
            "TRUNCATE audit_event")) {
      assertThatThrownBy(() -> database.query(statement).execute().await().atMost(PATIENCE))
          .hasMessageContaining("the audit log is only added to");
    }
  }
}
