package io.ledgerline.report.reconciliation;

import io.ledgerline.report.ledger.LedgerFinding.EventRef;
import java.util.List;
import java.util.UUID;

/**
 * Why a line does not agree.
 *
 * @param stage the stage concerned
 * @param cause what it is, in kebab case: one of the constants here, or what the ledger's own
 *     verification found
 * @param batches the batches concerned, at most {@link #MOST}
 * @param events the events concerned, at most {@link #MOST}
 * @param eventCount how many there are
 */
public record LineFinding(
    Stage stage, String cause, List<UUID> batches, List<EventRef> events, long eventCount) {
  /** How many batches and events are named. */
  public static final int MOST = 100;

  /** Batches are on their way to the rollups. */
  public static final String BATCH_ON_ITS_WAY = "batch-on-its-way";

  /** Batches are not in the rollups, and nothing is on its way. */
  public static final String BATCH_MISSING = "batch-missing";

  /** Batches were applied with other sums than the ledger has. */
  public static final String BATCH_DIFFERS = "batch-differs";

  /** A sum of the rollups is not that of its events, though every batch is applied as it is. */
  public static final String ROLLUP_DIFFERS = "rollup-differs";

  /** The run has read something else than was accepted up to its watermark. */
  public static final String REPORT_DIFFERS = "report-differs";

  /**
   * The ledger's rows are at fault, but were not verified: those of too many hours are, or the
   * ledger refuses to.
   */
  public static final String NOT_VERIFIED = "not-verified";

  /** Copies. */
  public LineFinding {
    batches = List.copyOf(batches);
    events = List.copyOf(events);
  }
}
