package io.ledgerline.report.testing;

import io.ledgerline.report.ledger.LedgerLine;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A committed batch of the stubbed ledger.
 *
 * @param batchId its identity
 * @param postedAt when it was committed
 * @param lines its events
 */
record StubbedBatch(UUID batchId, Instant postedAt, List<LedgerLine> lines) {}
