package io.ledgerline.report.reconciliation.hourly;

import io.ledgerline.report.ledger.Watermark;
import io.ledgerline.report.reconciliation.SpanTotals;

/**
 * The outcome over a whole span.
 *
 * @param watermark the ledger up to here
 * @param totals verdict and sums
 */
public record SpanOutcome(Watermark watermark, SpanTotals totals) {}
