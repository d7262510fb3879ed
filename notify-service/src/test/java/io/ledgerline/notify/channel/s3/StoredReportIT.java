package io.ledgerline.notify.channel.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.message.ArtifactRef;
import io.ledgerline.contracts.message.DeliveryTarget;
import io.ledgerline.contracts.message.DeliveryUpdated.State;
import io.ledgerline.contracts.message.ReportCompleted;
import io.ledgerline.local.parts.PartName;
import io.ledgerline.notify.delivery.core.DeliveryIds;
import io.ledgerline.notify.support.ArtifactShelf;
import io.ledgerline.notify.support.NotifyServiceTest;
import io.ledgerline.notify.support.Reports;
import io.ledgerline.notify.support.Service;
import io.ledgerline.testkit.S3Probe;
import io.ledgerline.testkit.SuiteParts;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

@NotifyServiceTest
class StoredReportIT {
  private static final String FILE = "AmazonBedrock_Charges_last_24hr_each_Model_1700188200000.csv";
  private static final String KEY = "AmazonBedrock_Charges_last_24hr_each_Model/" + FILE;
  private static final byte[] CSV = "Account_ID\n1\n".getBytes(StandardCharsets.UTF_8);

  private final ArtifactShelf shelf = ArtifactShelf.open();

  @Test
  void case13TheDailyUsageReportIsStoredUnderTheContractsKey() {
    DeliveryTarget target = new DeliveryTarget.S3("reports-daily", "finance/");
    byte[] large = new byte[3_000_000];
    new Random(5).nextBytes(large);
    ArtifactRef artifact = shelf.put(FILE, large);
    ReportCompleted report = Reports.to("daily-usage", artifact, target);
    try (S3Probe store = S3Probe.connect()) {
      store.createBucket("reports-daily");

      Service.announce(report);

      JsonPath delivery = Service.await(report, target, State.DELIVERED);
      assertThat(store.get("reports-daily", "finance/" + KEY)).isEqualTo(large);
      assertThat(
              store
                  .client()
                  .headObject(r -> r.bucket("reports-daily").key("finance/" + KEY))
                  .contentType())
          .isEqualTo("text/csv");
      assertThat(delivery.getString("receipt.objects[0].bucket")).isEqualTo("reports-daily");
      assertThat(delivery.getString("receipt.objects[0].key")).isEqualTo("finance/" + KEY);
      assertThat(delivery.getString("receipt.objects[0].etag")).isNotBlank();
      assertThat(delivery.getString("receipt.objects[0].sha256")).isEqualTo(artifact.sha256());
      assertThat(delivery.getString("detail")).isEqualTo("s3://reports-daily/finance/" + KEY);
    }
  }

  @Test
  void aMissingBucketIsADeadLetterUntilItIsMadeAndTheDeliveryReplayed() {
    DeliveryTarget target = new DeliveryTarget.S3("reports-forgotten", null);
    ReportCompleted report = Reports.to("daily-usage", shelf.put(FILE, CSV), target);
    String id = DeliveryIds.of(report.runId(), target).toString();
    try (S3Probe store = S3Probe.connect()) {
      Service.announce(report);

      JsonPath dead = Service.await(report, target, State.DEAD);
      assertThat(dead.getInt("attempts")).isEqualTo(1);
      assertThat(dead.getString("detail")).contains("reports-forgotten");
      assertThat(dead.getList("attemptLog.outcome")).isEqualTo(List.of("REFUSED"));
      assertThat(
              Service.asAdmin().get("/api/v1/dead-letters").jsonPath().<String>getList("items.id"))
          .contains(id);

      store.createBucket("reports-forgotten");
      Service.asAdmin().post("/api/v1/deliveries/{id}/replays", id).then().statusCode(200);

      JsonPath delivered = Service.await(report, target, State.DELIVERED);
      assertThat(delivered.getList("attemptLog.outcome"))
          .isEqualTo(List.of("REFUSED", "DELIVERED"));
      assertThat(store.get("reports-forgotten", KEY)).isEqualTo(CSV);
      assertThat(
              Service.updatesUpTo(DeliveryIds.of(report.runId(), target), State.DELIVERED).stream()
                  .map(u -> u.revision() + " " + u.state()))
          .containsExactly("1 PENDING", "2 DEAD", "3 PENDING", "4 DELIVERED");
      Service.asAdmin().post("/api/v1/deliveries/{id}/replays", id).then().statusCode(409);
    }
  }

  @Test
  void aStoreThatIsAwayIsWaitedFor() {
    DeliveryTarget target = new DeliveryTarget.S3("reports-later", null);
    ReportCompleted report = Reports.to("daily-usage", shelf.put(FILE, CSV), target);
    try (S3Probe store = S3Probe.connect()) {
      store.createBucket("reports-later");
      try (SuiteParts.Outage outage = SuiteParts.get().outageOf(PartName.S3)) {
        assertThat(outage).isNotNull();
        Service.announce(report);
        assertThat(Service.await(report, target, State.RETRYING).getString("detail"))
            .contains("cannot be reached");
      }
      Service.await(report, target, State.DELIVERED);
      assertThat(store.get("reports-later", KEY)).isEqualTo(CSV);
    }
  }
}
