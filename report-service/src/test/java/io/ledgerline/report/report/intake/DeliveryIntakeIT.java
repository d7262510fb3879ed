package io.ledgerline.report.report.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.message.DeliveryUpdated;
import io.ledgerline.contracts.message.ReportCompleted;
import io.ledgerline.contracts.message.Topics;
import io.ledgerline.platform.messaging.MessageCodec;
import io.ledgerline.report.testing.Api;
import io.ledgerline.report.testing.LedgerFixture;
import io.ledgerline.report.testing.ReportServiceTest;
import io.ledgerline.testkit.KafkaProbe;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@ReportServiceTest
class DeliveryIntakeIT {
  private static final MessageCodec CODEC = MessageCodec.create();

  private static DeliveryUpdated update(
      UUID run, DeliveryUpdated.State state, int attempts, long revision) {
    return new DeliveryUpdated(
        new UUID(run.getMostSignificantBits(), 1),
        run,
        TenantId.DEFAULT,
        "email",
        "a@example.com",
        state,
        attempts,
        Instant.parse("2024-05-26T02:31:00Z"),
        state == DeliveryUpdated.State.DELIVERED ? "250 OK" : null,
        revision);
  }

  @Test
  void aCompletedRunIsToldAndItsDeliveriesAreShown() {
    new LedgerFixture().reset();
    String id =
        Api.admin()
            .contentType(ContentType.JSON)
            .body(
                """
                {"kind":"daily-usage","period":{"type":"day","day":"2023-03-04"},
                 "deliveries":[{"channel":"email","to":["a@example.com"]}]}""")
            .post("/api/v1/report-runs")
            .then()
            .statusCode(202)
            .extract()
            .path("id");
    JsonPath run = Api.awaitRun(id, "COMPLETED");
    UUID runId = UUID.fromString(id);
    try (KafkaProbe kafka = KafkaProbe.connect()) {
      ReportCompleted told =
          kafka
              .await(
                  Topics.REPORT_COMPLETED,
                  Duration.ofSeconds(30),
                  all -> all.stream().anyMatch(r -> id.equals(r.key())))
              .stream()
              .filter(r -> id.equals(r.key()))
              .map(r -> CODEC.decode(r.value(), ReportCompleted.class))
              .findFirst()
              .orElseThrow();
      assertThat(told.artifacts())
          .as("the bundle and further files are delivered only where they are asked for")
          .hasSize(1);
      assertThat(told.artifacts().getFirst().sha256())
          .isEqualTo(run.getString("artifacts[0].sha256"));
      assertThat(told.deliveries()).hasSize(1);
      assertThat(told.reconciled()).isTrue();

      kafka.send(Topics.DELIVERY_UPDATED, id, "no json".getBytes(StandardCharsets.UTF_8));
      tell(kafka, update(runId, DeliveryUpdated.State.RETRYING, 1, 2));
      tell(kafka, update(runId, DeliveryUpdated.State.DELIVERED, 2, 3));
      tell(kafka, update(runId, DeliveryUpdated.State.PENDING, 0, 1));
    }
    JsonPath shown =
        Awaitility.await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> Api.run(id), r -> "DELIVERED".equals(r.getString("deliveries[0].state")));
    assertThat(shown.getInt("deliveries[0].attempts")).isEqualTo(2);
    assertThat(shown.getString("deliveries[0].detail")).isEqualTo("250 OK");
    assertThat(shown.getList("deliveries")).hasSize(1);
  }

  private static void tell(KafkaProbe kafka, DeliveryUpdated update) {
    kafka.send(Topics.DELIVERY_UPDATED, update.deliveryId().toString(), CODEC.encode(update));
  }
}
