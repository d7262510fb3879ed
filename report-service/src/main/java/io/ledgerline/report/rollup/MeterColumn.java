package io.ledgerline.report.rollup;

import io.ledgerline.contracts.Decimals;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.report.meter.Meter;
import io.ledgerline.report.meter.MeterCatalogue;
import java.math.BigDecimal;
import java.util.Arrays;

/**
 * The sums of one meter, by group. A sum is kept as whole units and billionths in two {@code
 * long}s, which a quantity always fits; what overflows moves to a decimal of its own. Exact
 * whatever comes.
 */
final class MeterColumn {
  /** Billionths of a unit. A quantity has no finer digits. */
  private static final int DIGITS = 9;

  private final String meter;
  private final ContextLadder.Role role;
  private long[] events;
  private long[] whole;
  private long[] billionths;
  private boolean[] met;
  private BigDecimal[] overflow;

  MeterColumn(String meter, int room) {
    this.meter = meter;
    this.role = ContextLadder.Role.of(meter);
    events = new long[room];
    whole = new long[room];
    billionths = new long[room];
    met = new boolean[room];
  }

  String meter() {
    return meter;
  }

  /** What its quantities say about the size of a request. */
  ContextLadder.Role role() {
    return role;
  }

  /**
   * Whether an event that names a resource brings a sample of it: of every meter but those that are
   * counters for everybody. A tenant may call a meter a gauge after its samples came.
   */
  boolean mayBeSampled() {
    return MeterCatalogue.BUILT_IN
        .find(new MeterName(meter))
        .map(known -> known.kind() == Meter.Kind.GAUGE)
        .orElse(true);
  }

  /** Makes sure that there is room for this many groups. */
  void reserve(int groups) {
    if (groups > whole.length) {
      int room = Math.max(groups, whole.length * 2);
      events = Arrays.copyOf(events, room);
      whole = Arrays.copyOf(whole, room);
      billionths = Arrays.copyOf(billionths, room);
      met = Arrays.copyOf(met, room);
      overflow = overflow == null ? null : Arrays.copyOf(overflow, room);
    }
  }

  /** Adds to a group; all numbers are negative when usage is taken back. */
  void add(int group, long moreEvents, long units, long parts) {
    reserve(group + 1);
    met[group] = true;
    events[group] += moreEvents;
    long unitSum = whole[group] + units;
    long partSum = billionths[group] + parts;
    if (overflows(whole[group], units, unitSum) || overflows(billionths[group], parts, partSum)) {
      addDecimal(group, decimal(whole[group], billionths[group]));
      whole[group] = units;
      billionths[group] = parts;
    } else {
      whole[group] = unitSum;
      billionths[group] = partSum;
    }
  }

  /** Adds a group of another column to a group of this one. */
  void add(int group, MeterColumn other, int from) {
    if (other.has(from)) {
      add(group, other.events[from], other.whole[from], other.billionths[from]);
      if (other.overflow != null && other.overflow[from] != null) {
        addDecimal(group, other.overflow[from]);
      }
    }
  }

  /** Events of a group that carry the meter, those taken back counted off. */
  long events(int group) {
    return events[group];
  }

  /** Whether anything was ever added to the group, be it taken back since. */
  boolean has(int group) {
    return group < met.length && met[group];
  }

  /** The sum of a group that it has, as plain decimal text in normal form. */
  String text(int group) {
    boolean isWhole = billionths[group] == 0 && (overflow == null || overflow[group] == null);
    return isWhole ? Long.toString(whole[group]) : sum(group).toPlainString();
  }

  private BigDecimal sum(int group) {
    BigDecimal sum = decimal(whole[group], billionths[group]);
    return Decimals.normal(
        overflow == null || overflow[group] == null ? sum : sum.add(overflow[group]));
  }

  private void addDecimal(int group, BigDecimal sum) {
    if (overflow == null) {
      overflow = new BigDecimal[whole.length];
    }
    overflow[group] = overflow[group] == null ? sum : overflow[group].add(sum);
  }

  /** A number of whole units and billionths. */
  static BigDecimal decimal(long units, long parts) {
    BigDecimal whole = BigDecimal.valueOf(units);
    return parts == 0 ? whole : whole.add(BigDecimal.valueOf(parts, DIGITS));
  }

  private static boolean overflows(long a, long b, long sum) {
    return ((a ^ sum) & (b ^ sum)) < 0;
  }
}
