package io.ledgerline.report.reconciliation;

import io.ledgerline.contracts.Decimals;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts lines and adds them up by meter. Not safe for several threads. */
public final class SpanTally {
  private final SortedMap<String, Part> byMeter = new TreeMap<>();
  private final Map<LineState, Long> byState = new EnumMap<>(LineState.class);

  /** Counts a line. */
  public void add(HourLine line) {
    byState.merge(line.state(), 1L, Long::sum);
    byMeter.computeIfAbsent(line.key().meter(), m -> new Part()).add(line);
  }

  /** The outcome so far. */
  public SpanTotals totals() {
    SortedMap<String, SpanTotals.Stages> sums = new TreeMap<>();
    byMeter.forEach((meter, part) -> sums.put(meter, part.stages()));
    long pending = count(LineState.PENDING);
    long differing = count(LineState.DIFFERS);
    SpanTotals.Verdict verdict =
        differing > 0
            ? SpanTotals.Verdict.UNRECONCILED
            : pending > 0 ? SpanTotals.Verdict.PENDING : SpanTotals.Verdict.RECONCILED;
    long agreeing = count(LineState.AGREES);
    return new SpanTotals(
        verdict, agreeing + pending + differing, agreeing, pending, differing, sums);
  }

  private long count(LineState state) {
    return byState.getOrDefault(state, 0L);
  }

  private static final class Part {
    private final Map<Stage, BigDecimal> sums = new EnumMap<>(Stage.class);
    private BigDecimal later = BigDecimal.ZERO;
    private BigDecimal unreported = BigDecimal.ZERO;

    void add(HourLine line) {
      for (Stage stage : Stage.values()) {
        BigDecimal said = line.sums().of(stage);
        if (said != null) {
          sums.merge(stage, said, BigDecimal::add);
        }
      }
      later = later.add(line.later());
      if (line.sums().reported() == null) {
        unreported = unreported.add(line.sums().accepted());
      }
    }

    SpanTotals.Stages stages() {
      return new SpanTotals.Stages(
          of(Stage.ACCEPTED),
          of(Stage.IN_LEDGER),
          of(Stage.PUBLISHED),
          of(Stage.ROLLED_UP),
          of(Stage.REPORTED),
          Decimals.normal(later),
          Decimals.normal(unreported));
    }

    private BigDecimal of(Stage stage) {
      return Decimals.normal(sums.getOrDefault(stage, BigDecimal.ZERO));
    }
  }
}
