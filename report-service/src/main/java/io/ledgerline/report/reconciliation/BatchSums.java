package io.ledgerline.report.reconciliation;

import java.util.UUID;

/**
 * What one batch adds to a period.
 *
 * @param batchId the batch
 * @param sums what it adds; negative where it takes back more than it adds
 */
public record BatchSums(UUID batchId, Sums sums) {}
