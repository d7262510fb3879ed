package io.ledgerline.platform.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** What a service tells of what is done over its API. */
@QuarkusTest
@WithTestResource(LedgerlineParts.class)
class AuditTrailIT {
  private static final MessageCodec CODEC = MessageCodec.create();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject FailedLoginsAudit logins;

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
              .await(
                  Topics.AUDIT_RECORDED,
                  PATIENCE,
                  all -> tells(all, "test-ingest") && tells(all, "test-viewer"))
              .stream()
              .map(record -> CODEC.decode(record.value(), AuditRecorded.class))
              .filter(event -> event.action().equals("POST /api/v1/notes"))
              .toList();
      assertThat(told)
          .extracting(AuditRecorded::actor, AuditRecorded::outcome, AuditRecorded::status)
          .contains(
              tuple("test-ingest", Outcome.DONE, 200), tuple("test-viewer", Outcome.DENIED, 403))
          .noneMatch(told400 -> told400.toList().contains(400));
      assertThat(told)
          .allMatch(event -> event.tenant().equals(TenantId.DEFAULT))
          .allMatch(event -> event.service().equals("platform-test"))
          .allMatch(event -> event.remoteAddress().equals("127.0.0.1"))
          .allMatch(event -> event.object().equals("/api/v1/notes"));
      assertThat(told.toString()).doesNotContain("secret", "hidden", TestKeys.INGEST);
    }
  }

  @Test
  void wrongKeysAreToldSummedUp() {
    String wrong = "ll_5ca1ab1e_" + "w".repeat(43);
    for (int i = 0; i < 3; i++) {
      given().header("X-API-Key", wrong).get("/api/v1/notes").then().statusCode(401);
    }
    logins.tell().await().atMost(PATIENCE);
    try (KafkaProbe kafka = KafkaProbe.connect()) {
      List<AuditRecorded> told =
          kafka.await(Topics.AUDIT_RECORDED, PATIENCE, all -> failures(all) >= 3).stream()
              .map(record -> CODEC.decode(record.value(), AuditRecorded.class))
              .filter(event -> event.object().equals("/api/v1/keys/5ca1ab1e"))
              .toList();
      assertThat(told.stream().mapToLong(AuditRecorded::count).sum()).isEqualTo(3);
      assertThat(told)
          .allMatch(event -> event.action().equals("login"))
          .allMatch(event -> event.actor().equals("nobody"))
          .allMatch(event -> event.outcome() == Outcome.DENIED);
      assertThat(told.toString()).doesNotContain("www");
    }
  }

  /** Whether somebody's note is among what was told: of other tests there may be more. */
  private static boolean tells(List<ConsumerRecord<String, byte[]>> all, String actor) {
    return all.stream()
        .map(record -> CODEC.decode(record.value(), AuditRecorded.class))
        .anyMatch(
            event -> event.action().equals("POST /api/v1/notes") && event.actor().equals(actor));
  }

  /** The schedule may have told some of them before. */
  private static long failures(List<ConsumerRecord<String, byte[]>> all) {
    return all.stream()
        .map(record -> CODEC.decode(record.value(), AuditRecorded.class))
        .filter(event -> event.object().equals("/api/v1/keys/5ca1ab1e"))
        .mapToLong(AuditRecorded::count)
        .sum();
  }
}
