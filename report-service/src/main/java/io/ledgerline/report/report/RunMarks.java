package io.ledgerline.report.report;

import java.time.Instant;

/**
 * What fixes a run's bytes: made again at the same marks it is the same.
 *
 * @param startedAt start of the first attempt; names the file
 * @param watermark the ledger up to here
 * @param chainHead the ledger's chain at the watermark, in hex; null where the ledger has none
 * @param priceBookAt the price book as known at this instant
 */
public record RunMarks(Instant startedAt, long watermark, String chainHead, Instant priceBookAt) {}
