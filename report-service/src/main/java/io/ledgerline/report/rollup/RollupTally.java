package io.ledgerline.report.rollup;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Adds batches up in memory, so that the database is touched once per sum and not once per batch.
 * Addition commutes: batches may come in any order and in any company. Not thread-safe.
 */
public final class RollupTally {
  private static final int HALF = 32;
  private static final String NOTHING = "0";

  /** By charge quarter hour (upper half) and posting quarter hour (lower half), and set. */
  private final SumTable sums = new SumTable();

  private final ChargeSpan span;

  /** A tally of what was charged within a span; the rest is left out. */
  public RollupTally(ChargeSpan span) {
    this.span = span;
  }

  /**
   * Adds a batch. Whoever calls sees to it that no batch is added twice.
   *
   * @param sets the numbers of the batch's dimension sets, in its own order
   */
  public void add(BatchTally batch, long[] sets) {
    long posting = ChargeSpan.quarterOf(batch.postedAt()) & 0xFFFF_FFFFL;
    SumTable from = batch.sums();
    int[] groups = new int[from.groups()];
    for (int group = 0; group < groups.length; group++) {
      long charge = from.first(group);
      if (span.holds(charge)) {
        groups[group] = sums.group(charge << HALF | posting, sets[(int) from.second(group)]);
        sums.count(groups[group], from.events(group));
      } else {
        groups[group] = -1;
      }
    }
    for (MeterColumn column : from.columns()) {
      MeterColumn total = sums.column(column.meter());
      for (int group = 0; group < groups.length; group++) {
        if (groups[group] >= 0) {
          total.add(groups[group], column, group);
        }
      }
    }
  }

  /** Names of all meters so far. */
  public Set<String> meters() {
    Set<String> names = new HashSet<>();
    sums.columns().forEach(column -> names.add(column.meter()));
    return names;
  }

  /** The sums so far, sorted. */
  public List<RollupRow> rows(Map<String, Integer> meterNumbers) {
    List<RollupRow> rows = new ArrayList<>();
    int[] meters =
        sums.columns().stream().mapToInt(column -> meterNumbers.get(column.meter())).toArray();
    for (int group = 0; group < sums.groups(); group++) {
      long charge = sums.first(group) >> HALF;
      long posting = (int) sums.first(group);
      long set = sums.second(group);
      rows.add(new RollupRow(charge, set, posting, RollupRow.EVENTS, NOTHING, sums.events(group)));
      for (int i = 0; i < meters.length; i++) {
        MeterColumn column = sums.columns().get(i);
        if (column.has(group)) {
          rows.add(
              new RollupRow(
                  charge, set, posting, meters[i], column.text(group), column.events(group)));
        }
      }
    }
    Collections.sort(rows);
    return rows;
  }
}
