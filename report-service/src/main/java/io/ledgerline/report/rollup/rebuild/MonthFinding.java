package io.ledgerline.report.rollup.rebuild;

import java.time.YearMonth;
import java.util.List;

/**
 * What a rebuild found in a month of one tenant.
 *
 * @param month the month
 * @param batches in the rebuilt partition
 * @param mendedBatches whose note of what they added was wrong
 * @param unknownBatches that were applied and are not in the ledger
 * @param differences rollup rows that differed
 * @param first the first of them, at most 100
 */
public record MonthFinding(
    YearMonth month,
    long batches,
    long mendedBatches,
    long unknownBatches,
    long differences,
    List<RowDifference> first) {
  /** Most differences that are kept in full. */
  public static final int KEPT = 100;
}
