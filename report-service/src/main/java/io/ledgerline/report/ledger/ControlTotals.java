package io.ledgerline.report.ledger;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What the ledger holds of a period at a watermark, without its batches, of which there may be very
 * many.
 *
 * @param openQuarter whether a batch of the open posting quarter hour is in it
 * @param archivedMonths months whose rows were archived and dropped, such as 2017-09: of them it is
 *     what their batches keep
 * @param events how many
 * @param quantities sums by meter
 * @param batches how many batches add to it
 */
public record ControlTotals(
    boolean openQuarter,
    List<String> archivedMonths,
    long events,
    Map<String, BigDecimal> quantities,
    long batches) {
  /** Copies. */
  public ControlTotals {
    archivedMonths = List.copyOf(archivedMonths);
    quantities = Map.copyOf(quantities);
  }
}
