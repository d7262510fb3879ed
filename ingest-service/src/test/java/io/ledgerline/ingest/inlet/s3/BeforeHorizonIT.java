package io.ledgerline.ingest.inlet.s3;

import static io.ledgerline.ingest.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.ingest.IngestTest;
import io.ledgerline.ingest.ledger.retention.RetentionLab;
import io.ledgerline.ingest.ledger.retention.RetentionProfile;
import io.ledgerline.testkit.TestKeys;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

@IngestTest
@TestProfile(RetentionProfile.class)
class BeforeHorizonIT {
  @Test
  void aRecordOfAClosedMonthIsPutIntoQuarantineAndItsNeighboursCount() throws Exception {
    try (RetentionLab lab = new RetentionLab();
        LogBucket bucket = new LogBucket()) {
      lab.record("a-", 1);
      lab.yearsGoBy();
      lab.awaitState("CLOSING");
      bucket.putLines(
          "a.json.gz",
          bucket.record("late", 10, 1).replace("2023-11-16T18:15:46Z", lab.moment(5).toString()),
          bucket
              .record("in-time", 20, 2)
              .replace("2023-11-16T18:15:46Z", lab.month().plusMonths(2) + "-02T00:00:00Z"));

      JsonPath summary = bucket.awaitSettled(1);

      assertThat(summary.getInt("events.recorded")).isEqualTo(1);
      assertThat(summary.getInt("events.rejected")).isEqualTo(1);
      assertThat(
              as(TestKeys.VIEWER)
                  .queryParam("reason", "before-horizon")
                  .get("/api/v1/inlets/quarantine")
                  .jsonPath()
                  .getList("items.key", String.class))
          .anyMatch(key -> key.startsWith(bucket.folder()));
    }
  }
}
