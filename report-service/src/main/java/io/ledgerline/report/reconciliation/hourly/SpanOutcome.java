package io.ledgerline.report.reconciliation.hourly;

import io.ledgerline.report.ledger.Watermark;
import io.ledgerline.report.reconciliation.SpanTotals;
import java.time.Instant;

/**
 * The outcome over a whole span.
 *
 * @param watermark the ledger up to here
 * @param comparedFrom the span's beginning, or when rollups begin that retention has left
 * @param totals verdict and sums
 */
public record SpanOutcome(Watermark watermark, Instant comparedFrom, SpanTotals totals) {}
