package io.ledgerline.report.report;

import io.ledgerline.contracts.AccessScope;
import io.ledgerline.contracts.Period;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.report.reconciliation.Reconciliation;
import java.time.Instant;
import java.util.UUID;

/**
 * A run as it stands in the database.
 *
 * @param id its identity
 * @param tenant whose report it is
 * @param request what it is to say
 * @param period the instants of the request's period
 * @param state how it stands
 * @param origin where it comes from
 * @param startedAt start of the first attempt; null before
 * @param completedAt when it was completed or given up; null before
 * @param attempts how often it was begun
 * @param fencing grows with every claim; only the holder of the highest may write
 * @param watermark null before it was taken, like the next two
 * @param chainHead the ledger's chain at the watermark, in hex; null where the ledger has none
 * @param priceBookAt what the price book knew
 * @param provisional whether usage of the open posting quarter hour is in it
 * @param progress null unless it is being made
 * @param totals null before it is completed
 * @param reconciliation null before it is completed
 * @param failure null unless it failed, or an attempt did and the next one is to come
 */
public record ReportRun(
    UUID id,
    TenantId tenant,
    RunRequest request,
    Period period,
    RunState state,
    Origin origin,
    Instant startedAt,
    Instant completedAt,
    int attempts,
    long fencing,
    Long watermark,
    String chainHead,
    Instant priceBookAt,
    Boolean provisional,
    RunProgress progress,
    RunTotals totals,
    Reconciliation reconciliation,
    RunFailure failure) {
  /**
   * Where a run comes from.
   *
   * @param createdAt when it was asked for
   * @param createdBy the key that asked; {@code schedule} for a schedule
   * @param scheduleId null when a person asked
   * @param dueAt the schedule's due time; null when a person asked
   * @param scope what of the tenant whoever asked sees, and the run is about; null for all
   */
  public record Origin(
      Instant createdAt, String createdBy, UUID scheduleId, Instant dueAt, AccessScope scope) {
    /** About the whole tenant. */
    public Origin(Instant createdAt, String createdBy, UUID scheduleId, Instant dueAt) {
      this(createdAt, createdBy, scheduleId, dueAt, null);
    }
  }

  /** What of the tenant the run is about; null for all. */
  public AccessScope scope() {
    return origin == null ? null : origin.scope();
  }
}
