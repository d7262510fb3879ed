package io.ledgerline.report.vendor.dynamoguard;

import java.util.UUID;

/**
 * A report as it stands.
 *
 * @param id its number, from 1 for each tenant
 * @param jobId of the job, 24 hex digits
 * @param run the run behind it
 * @param days the days it was asked for
 * @param error what is left out of them, or why the report failed; null for nothing
 * @param status how it stands
 * @param bundle its zip in the object store; null until it is completed
 * @param integrity whether its numbers are to be trusted
 * @param totals its sums; null until it is completed
 */
public record BillingReport(
    int id,
    String jobId,
    UUID run,
    BillingDays days,
    String error,
    ReportStatus status,
    String bundle,
    Integrity integrity,
    TokenTotals totals) {
  /** As it was when it was asked for, however fast it is made: that is what clients expect. */
  public BillingReport asAsked() {
    return new BillingReport(
        id, jobId, run, days, error, ReportStatus.QUEUED, null, new Integrity(null, 0), null);
  }

  /**
   * Whether a report's numbers are to be trusted.
   *
   * @param reconciled whether they are the ledger's; null until it is completed
   * @param findings what the ledger's verification found in the period; 0 until it has looked
   */
  public record Integrity(Boolean reconciled, int findings) {
    /** Whether they are not: known only once the report is completed. */
    public boolean isBroken() {
      return reconciled != null && (!reconciled || findings > 0);
    }
  }
}
