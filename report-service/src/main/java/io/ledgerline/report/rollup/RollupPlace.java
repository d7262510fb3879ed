package io.ledgerline.report.rollup;

import io.ledgerline.contracts.usage.MeterName;
import java.time.Instant;

/**
 * What one rollup adds up, whenever it was posted.
 *
 * @param quarter start of the charge quarter hour
 * @param set whose usage of what
 * @param meter what was counted
 */
public record RollupPlace(Instant quarter, DimensionSet set, MeterName meter) {}
