package io.ledgerline.report.rollup.store;

import java.time.Instant;

/**
 * What became of a batch.
 *
 * @param at when it was applied, by the database's clock
 * @param fresh whether it was applied just now, and not before
 * @param outside whether it has usage of months whose rollups are dropped, which was not added
 */
public record Applied(Instant at, boolean fresh, boolean outside) {}
