package io.ledgerline.report.report.capacity;

import io.ledgerline.report.gauge.Curve;
import java.math.BigDecimal;

/**
 * What stands in a line.
 *
 * @param figures what is said of the group's sum
 * @param cost null when nothing of it has a price, which is not zero
 */
record CapacityRow(Curve.Figures figures, BigDecimal cost) {}
