package io.ledgerline.report.rollup.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.message.UsageBatch;
import io.ledgerline.report.ledger.LedgerLine;
import io.ledgerline.report.rollup.store.PartitionDrop;
import io.ledgerline.report.testing.LedgerFixture;
import io.ledgerline.report.testing.ReportServiceTest;
import io.ledgerline.report.testing.RollupProbe;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Months far in the past, which no other test uses. */
@ReportServiceTest
class RollupRetentionIT {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final YearMonth KEPT = YearMonth.of(1999, 3);

  @Inject Pool database;
  @Inject PartitionDrop drop;
  @Inject RollupRetention retention;
  private LedgerFixture ledger;
  private RollupProbe rollups;

  @BeforeEach
  void emptyLedger() {
    ledger = new LedgerFixture();
    ledger.reset();
    rollups = new RollupProbe(database);
  }

  @AfterEach
  void keepAll() {
    database.query("DELETE FROM rollup_horizon").executeAndAwait();
  }

  private List<LedgerLine> applied(YearMonth month) {
    List<LedgerLine> lines = RollupProbe.lines(month, 10);
    rollups.awaitApplied(ledger.record(lines).batchId());
    return lines;
  }

  @Test
  void partitionsAreMadeAhead() {
    retention.apply().await().atMost(PATIENCE);
    YearMonth now = YearMonth.now(ZoneOffset.UTC);
    assertThat(List.of(now, now.plusMonths(1), now.plusMonths(2))).allMatch(rollups::hasPartition);
  }

  @Test
  void monthsBeforeTheHorizonAreDroppedAndALateBatchOfThemIsNotCountedAgain() {
    UsageBatch before = ledger.record(RollupProbe.lines(KEPT.minusMonths(1), 10));
    rollups.awaitApplied(before.batchId());
    List<LedgerLine> kept = applied(KEPT);
    assertThat(drop.before(KEPT).await().atMost(PATIENCE)).contains(KEPT.minusMonths(1));
    assertThat(rollups.hasPartition(KEPT.minusMonths(1))).isFalse();
    assertThat(rollups.sums(KEPT)).isEqualTo(RollupProbe.sums(kept));

    UsageBatch late = ledger.record(RollupProbe.lines(KEPT.minusMonths(1), 10));
    rollups.awaitReceipt(late.batchId());
    assertThat(rollups.added(late.batchId())).isEqualTo("{}");
    assertThat(rollups.hasPartition(KEPT.minusMonths(1))).isFalse();
    assertThat(drop.before(KEPT).await().atMost(PATIENCE)).isEmpty();
  }

  @Test
  void aReaderOfTheOldMonthHoldsUpTheDropButNotTheIntake() {
    YearMonth old = KEPT.minusMonths(2);
    applied(old);
    SqlConnection reader = database.getConnectionAndAwait();
    try {
      reader.query("BEGIN").executeAndAwait();
      reader
          .query("SELECT count(*) FROM rollup WHERE charge_quarter < '1999-02-01 00:00+00'")
          .executeAndAwait();
      CompletableFuture<List<YearMonth>> dropping =
          drop.before(old.plusMonths(1)).subscribeAsCompletionStage();
      List<LedgerLine> meanwhile = applied(KEPT.plusMonths(1));
      assertThat(rollups.sums(KEPT.plusMonths(1))).isEqualTo(RollupProbe.sums(meanwhile));
      assertThat(dropping).isNotDone();
      reader.query("COMMIT").executeAndAwait();
      assertThat(dropping.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join()).contains(old);
    } finally {
      reader.close().await().atMost(PATIENCE);
    }
  }
}
