package io.ledgerline.report.report.store;

import io.ledgerline.report.reconciliation.Reconciliation;
import io.ledgerline.report.report.RunTotals;
import java.time.Instant;

/**
 * What a completed run says.
 *
 * @param completedAt when
 * @param totals its sums
 * @param reconciliation whether they are the ledger's
 */
public record RunOutcome(Instant completedAt, RunTotals totals, Reconciliation reconciliation) {}
