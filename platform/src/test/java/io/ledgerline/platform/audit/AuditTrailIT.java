package io.ledgerline.platform.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.message.AuditRecorded;
import io.ledgerline.contracts.message.AuditRecorded.Outcome;
import io.ledgerline.contracts.message.Topics;
import io.ledgerline.platform.messaging.MessageCodec;
import io.ledgerline.testkit.KafkaProbe;
import io.ledgerline.testkit.LedgerlineParts;
import io.ledgerline.testkit.TestKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a service tells of what is done over its API. */
@QuarkusTest
@WithTestResource(LedgerlineParts.class)
class AuditTrailIT {
  private static final MessageCodec CODEC = MessageCodec.create();

  private static int post(String key, String body) {
    return given()
        .header("Authorization", TestKeys.bearer(key))
        .contentType(ContentType.JSON)
        .body(body)
        .post("/api/v1/notes?token=hidden")
        .statusCode();
  }

  @Test
  void changesAndRefusalsAreToldWithoutBodiesAndQueriesAndReadsAreNot() {
    assertThat(post(TestKeys.INGEST, "{\"id\":71001,\"text\":\"a secret\"}")).isEqualTo(200);
    assertThat(post(TestKeys.VIEWER, "{\"id\":71002,\"text\":\"a secret\"}")).isEqualTo(403);
    assertThat(post(TestKeys.INGEST, "{\"id\":0}")).isEqualTo(400);
    given().header("Authorization", TestKeys.bearer(TestKeys.VIEWER)).get("/api/v1/notes");
    try (KafkaProbe kafka = KafkaProbe.connect()) {
      List<AuditRecorded> told =
          kafka
              .await(Topics.AUDIT_RECORDED, Duration.ofSeconds(20), all -> all.size() >= 2)
              .stream()
              .map(record -> CODEC.decode(record.value(), AuditRecorded.class))
              .filter(event -> event.action().equals("POST /api/v1/notes"))
              .toList();
      assertThat(told)
          .extracting(AuditRecorded::actor, AuditRecorded::outcome, AuditRecorded::status)
          .contains(
              org.assertj.core.groups.Tuple.tuple("test-ingest", Outcome.DONE, 200),
              org.assertj.core.groups.Tuple.tuple("test-viewer", Outcome.DENIED, 403))
          .noneMatch(tuple -> tuple.toList().contains(400));
      assertThat(told)
          .allMatch(event -> event.tenant().equals(TenantId.DEFAULT))
          .allMatch(event -> event.service().equals("platform-test"))
          .allMatch(event -> event.remoteAddress().equals("127.0.0.1"))
          .allMatch(event -> event.object().equals("/api/v1/notes"));
      assertThat(told.toString()).doesNotContain("secret", "hidden", TestKeys.INGEST);
    }
  }
}
