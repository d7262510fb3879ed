package io.ledgerline.report.reconciliation;

import java.util.Map;
import java.util.UUID;

/**
 * The ledger's control totals at a watermark.
 *
 * @param total of the whole period
 * @param batches what each batch adds to it
 */
public record LedgerSide(Sums total, Map<UUID, Sums> batches) {
  /** Copies. */
  public LedgerSide {
    batches = Map.copyOf(batches);
  }
}
