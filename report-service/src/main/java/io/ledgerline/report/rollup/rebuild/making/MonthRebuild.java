package io.ledgerline.report.rollup.rebuild.making;

import io.ledgerline.contracts.Period;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.report.ledger.client.Ledger;
import io.ledgerline.report.rollup.BatchTally;
import io.ledgerline.report.rollup.RollupGrain;
import io.ledgerline.report.rollup.rebuild.Rebuild;
import io.ledgerline.report.rollup.rebuild.RebuildProgress;
import io.ledgerline.report.rollup.rebuild.RebuildWish;
import io.ledgerline.report.rollup.rebuild.store.RebuildClaims;
import io.ledgerline.report.rollup.rebuild.store.RebuildFindings;
import io.ledgerline.report.rollup.store.Rebuilding;
import io.ledgerline.report.rollup.store.RollupStore;
import io.ledgerline.report.rollup.store.ShadowTables;
import io.ledgerline.report.store.Awaiting;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/**
 * Rebuilds one month, while usage goes on being applied:
 *
 * <pre>
 * new table ──► appliers write to both ──► the ledger's batches up to a watermark
 *    ──► whatever was applied is in it, or not in the ledger ──► compare, mend ──► swap
 * </pre>
 *
 * A batch of the ledger that was not applied yet is applied here, and a repeat when it comes by
 * Kafka. Each step is a transaction that fails when the job was lost; a crash anywhere leaves the
 * old partition, or after the swap the new one. Blocking: for virtual threads.
 */
@ApplicationScoped
class MonthRebuild {
  /** A statement over all of a month may take its time. */
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
  private static final int LOOKS = 3;

  private final Ledger ledger;
  private final RollupStore rollups;
  private final ShadowTables shadows;
  private final RebuildClaims claims;
  private final RebuildFindings findings;
  private final RebuildConfig config;
  private final RollupGrain grain;

  MonthRebuild(
      Ledger ledger,
      RollupStore rollups,
      ShadowTables shadows,
      RebuildClaims claims,
      RebuildFindings findings,
      RebuildConfig config,
      RollupGrain grain) {
    this.ledger = ledger;
    this.rollups = rollups;
    this.shadows = shadows;
    this.claims = claims;
    this.findings = findings;
    this.config = config;
    this.grain = grain;
  }

  /**
   * Rebuilds the month that {@code begun} stands at.
   *
   * @return where to go on: the month behind
   * @throws UnknownBatchesException when batches were applied that the ledger does not have
   */
  RebuildProgress make(Rebuild job, RebuildProgress begun) {
    YearMonth month = begun.month();
    RebuildProgress now = withTable(job, begun);
    now = readAll(job, now);
    long unknown = Awaiting.outcome(shadows.unknown(month, now.table()), PATIENCE);
    for (int look = 1; unknown > 0 && look < LOOKS; look++) {
      // Applied a moment before the table was there, and not sealed when the watermark was asked
      // for.
      now = readAll(job, now);
      unknown = Awaiting.outcome(shadows.unknown(month, now.table()), PATIENCE);
    }
    Awaiting.outcome(findings.take(job.id(), job.tenant(), month, now.table()), PATIENCE);
    if (unknown > 0 && !job.wish().removeUnknown()) {
      throw new UnknownBatchesException(month, unknown);
    }
    RebuildProgress next = RebuildProgress.of(month.plusMonths(1));
    String table = now.table();
    Awaiting.outcome(
        shadows
            .swap(month, table, job.wish().removeUnknown(), tx -> claims.progress(tx, job, next))
            .onFailure(LockFailures::isBusy)
            .retry()
            .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
            .expireIn(config.switchPatience().toMillis()),
        PATIENCE);
    Awaiting.outcome(shadows.forget(table), PATIENCE);
    return next;
  }

  private RebuildProgress withTable(Rebuild job, RebuildProgress begun) {
    YearMonth month = begun.month();
    if (begun.table() != null && Awaiting.outcome(shadows.isThere(month, begun.table()))) {
      return begun;
    }
    RebuildProgress empty = RebuildProgress.of(month);
    String table =
        Awaiting.outcome(
            shadows
                .begin(month, job.id(), job.fencing(), tx -> claims.progress(tx, job, empty))
                .onFailure(LockFailures::isBusy)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .expireIn(config.switchPatience().toMillis()),
            PATIENCE);
    return empty.into(table);
  }

  private RebuildProgress readAll(Rebuild job, RebuildProgress begun) {
    RebuildProgress now = begun;
    Set<TenantId> tenants = Awaiting.outcome(shadows.tenants(begun.month()), PATIENCE);
    tenants.addAll(ledger.tenants());
    for (TenantId tenant : tenants) {
      now = read(job, tenant, now);
    }
    return now;
  }

  private RebuildProgress read(Rebuild job, TenantId tenant, RebuildProgress begun) {
    YearMonth month = begun.month();
    Period period =
        new Period(
            RebuildWish.start(month), RebuildWish.start(month.plusMonths(1)), ZoneOffset.UTC);
    long watermark = ledger.watermark(tenant).watermark();
    Reader reader = new Reader(job, tenant, begun);
    new LedgerFeed(config.batchesAtOnce(), grain)
        .read(ledger.messages(tenant, period, begun.after(tenant.value()), watermark), reader);
    return reader.progress.read(tenant.value(), watermark, 0);
  }

  /** Applies what is read, and notes in the same transaction how far that is. */
  private final class Reader implements LedgerFeed.Taker {
    private final Rebuild job;
    private final TenantId tenant;
    private RebuildProgress progress;

    private Reader(Rebuild job, TenantId tenant, RebuildProgress begun) {
      this.job = job;
      this.tenant = tenant;
      this.progress = begun;
    }

    @Override
    public void take(List<BatchTally> batches, long sealNo) {
      RebuildProgress further = progress.read(tenant.value(), sealNo, batches.size());
      Awaiting.outcome(rollups.apply(batches, new Entering(further)));
      progress = further;
    }

    private final class Entering implements Rebuilding {
      private final RebuildProgress further;

      private Entering(RebuildProgress further) {
        this.further = further;
      }

      @Override
      public YearMonth month() {
        return further.month();
      }

      @Override
      public Uni<Void> note(SqlConnection transaction) {
        return claims.progress(transaction, job, further);
      }
    }
  }
}
