package io.ledgerline.report.report.making;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.message.UsageBatch;
import io.ledgerline.local.parts.PartName;
import io.ledgerline.report.ledger.LedgerLine;
import io.ledgerline.report.report.dailyusage.BedrockSamples;
import io.ledgerline.report.testing.Api;
import io.ledgerline.report.testing.LedgerFixture;
import io.ledgerline.report.testing.ReportServiceTest;
import io.ledgerline.testkit.SuiteParts;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReportServiceTest
class RunOutageIT {
  private static final String MAY_25 = "{\"type\":\"day\",\"day\":\"2024-05-25\",\"zone\":\"UTC\"}";
  private final LedgerFixture ledger = new LedgerFixture();

  @BeforeEach
  @AfterEach
  void anEmptyWellBehavedLedger() {
    ledger.reset();
  }

  private static JsonPath awaitFailure(String id, String code) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> Api.run(id), run -> code.equals(run.getString("failure.code")));
  }

  @Test
  void aRunWaitsForALedgerThatIsAway() {
    ledger.answerWith(503);
    String id = Api.askForRun(MAY_25);
    JsonPath waiting = awaitFailure(id, "dependency-unavailable");
    assertThat(waiting.getString("state")).isIn("QUEUED", "RUNNING");
    ledger.answerWith(0);
    JsonPath run = Api.awaitRun(id, "COMPLETED");
    assertThat(run.getString("failure")).isNull();
    assertThat(run.getInt("attempts")).isGreaterThan(1);
  }

  @Test
  void aRunThatTheLedgerRefusesFailsAndSaysSo() {
    ledger.answerWith(403);
    JsonPath run = Api.awaitRun(Api.askForRun(MAY_25), "FAILED");
    assertThat(run.getString("failure.code")).isEqualTo("ledger-refused");
    assertThat(run.getString("failure.detail")).contains("403");
  }

  @Test
  void aCutDetailStreamIsTakenUpAgain() {
    ledger.record(BedrockSamples.ledger());
    ledger.cutStreams(2, 4);
    JsonPath run = Api.awaitRun(Api.askForRun(MAY_25), "COMPLETED");
    assertThat(run.getString("reconciliation.result")).isEqualTo("RECONCILED");
    assertThat(run.getInt("totals.events")).isEqualTo(11);
    assertThat(run.getInt("attempts")).isEqualTo(1);
  }

  @Test
  void aBatchThatNeverArrivesLeavesTheRunUnreconciled() {
    List<LedgerLine> lines = BedrockSamples.ledger();
    UsageBatch lost = ledger.commit(lines);
    JsonPath run = Api.awaitRun(Api.askForRun(MAY_25), "COMPLETED");
    assertThat(run.getString("reconciliation.result")).isEqualTo("UNRECONCILED");
    assertThat(run.getString("reconciliation.differences[0].kind")).isEqualTo("BATCH_MISSING");
    assertThat(run.getString("reconciliation.differences[0].batchId"))
        .isEqualTo(lost.batchId().toString());
    assertThat(run.getInt("totals.events")).isEqualTo(lines.size());
  }

  @Test
  void aRunWaitsForAnObjectStoreThatIsAway() {
    String id;
    try (SuiteParts.Outage outage = SuiteParts.get().outageOf(PartName.S3)) {
      id = Api.askForRun(MAY_25);
      awaitFailure(id, "dependency-unavailable");
      assertThat(outage).isNotNull();
    }
    assertThat(Api.textOf(Api.awaitRun(id, "COMPLETED"))).startsWith("Account_ID,");
  }

  @Test
  void aBrokerThatIsAwayDoesNotStopARun() {
    String id;
    try (SuiteParts.Outage outage = SuiteParts.get().outageOf(PartName.KAFKA)) {
      id = Api.askForRun(MAY_25);
      Api.awaitRun(id, "COMPLETED");
      assertThat(outage).isNotNull();
    }
    assertThat(Api.run(id).getString("state")).isEqualTo("COMPLETED");
  }
}
