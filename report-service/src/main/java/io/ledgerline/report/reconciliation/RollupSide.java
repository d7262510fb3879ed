package io.ledgerline.report.reconciliation;

import java.util.Map;
import java.util.UUID;

/**
 * The rollups and the applied batches, read in one snapshot.
 *
 * @param total the period's rollups, whatever batch they came from
 * @param applied what each applied batch that touches the period added to it
 */
public record RollupSide(Sums total, Map<UUID, Sums> applied) {
  /** Copies. */
  public RollupSide {
    applied = Map.copyOf(applied);
  }
}
