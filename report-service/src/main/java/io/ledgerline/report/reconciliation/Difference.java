package io.ledgerline.report.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * One thing on which two sides do not agree.
 *
 * @param kind what is compared
 * @param batchId the batch concerned; null for totals
 * @param meter the meter concerned; null when events are counted
 * @param ledger what the ledger says
 * @param found what the other side says
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Difference(
    Kind kind, UUID batchId, String meter, BigDecimal ledger, BigDecimal found) {
  /** What is compared with the ledger. */
  public enum Kind {
    /** A batch of the ledger that is not in the rollups. */
    BATCH_MISSING,
    /** What the rollups took over from one batch. */
    BATCH_DIFFERS,
    /** The rollups of the period. */
    ROLLUPS_DIFFER,
    /** What the report read. */
    REPORT_DIFFERS
  }
}
