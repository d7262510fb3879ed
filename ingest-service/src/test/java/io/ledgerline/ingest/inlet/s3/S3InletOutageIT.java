package io.ledgerline.ingest.inlet.s3;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.ingest.IngestTest;
import io.ledgerline.local.parts.PartName;
import io.ledgerline.testkit.SuiteParts;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@IngestTest
class S3InletOutageIT {
  private static final int LINES = 30_000;

  private final LogBucket bucket = new LogBucket();

  @AfterEach
  void clear() {
    bucket.close();
  }

  @Test
  void anImportThatIsBrokenOffGoesOnBehindItsLastCommittedLine() {
    bucket.putLines("a.json.gz", records());
    Awaitility.await("the first lines")
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> bucket.summary().getInt("events.recorded") > 0);
    SuiteParts.get().outageOf(PartName.POSTGRES).close();

    JsonPath summary =
        Awaitility.await("the last line")
            .atMost(Duration.ofSeconds(60))
            .pollInterval(Duration.ofMillis(200))
            .ignoreExceptions()
            .until(this::summaryOrNull, s -> s != null && s.getInt("objects.done") == 1);

    assertThat(summary.getInt("events.recorded")).isEqualTo(LINES);
    assertThat(summary.getInt("events.duplicate")).isZero();
    assertThat(summary.getInt("events.rejected")).isZero();
  }

  @Test
  void whileTheStoreIsAwayReadinessSaysSoAndTheInletGoesOnAfterwards() {
    bucket.putLines("a.json.gz", bucket.record("r-1", 10, 1));
    bucket.awaitSettled(1);
    SuiteParts.Outage outage = SuiteParts.get().outageOf(PartName.S3);
    try {
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .pollInterval(Duration.ofMillis(200))
          .until(
              () -> given().get("/q/health/ready").asString(),
              body -> body.contains("inlet-s3") && body.contains("\"test\""));
    } finally {
      outage.close();
    }

    bucket.putLines("b.json.gz", bucket.record("r-2", 10, 1));
    assertThat(bucket.awaitSettled(2).getInt("events.recorded")).isEqualTo(2);
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> given().get("/q/health/ready").statusCode() == 200);
  }

  private JsonPath summaryOrNull() {
    try {
      return bucket.summary();
    } catch (AssertionError away) {
      return null;
    }
  }

  private String[] records() {
    return IntStream.range(0, LINES)
        .mapToObj(i -> bucket.record("r-" + i, i, 1))
        .toArray(String[]::new);
  }
}
