package io.ledgerline.report.reconciliation.hourly;

import io.ledgerline.report.ledger.Watermark;
import io.ledgerline.report.reconciliation.SpanTotals;
import java.time.Instant;
import java.time.YearMonth;
import java.util.SortedSet;

/**
 * The outcome over a whole span.
 *
 * @param watermark the ledger up to here
 * @param comparedFrom the span's beginning, or when rollups begin that retention has left
 * @param totals verdict and sums
 * @param archivedMonths months whose rows were archived and dropped: of them the ledger says what
 *     was accepted and no more
 */
public record SpanOutcome(
    Watermark watermark,
    Instant comparedFrom,
    SpanTotals totals,
    SortedSet<YearMonth> archivedMonths) {}
