package io.ledgerline.report.gauge;

import io.ledgerline.contracts.usage.MeterName;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * How a tenant's gauges are weighted.
 *
 * @param gauges names of all its gauges
 * @param own those that are weighted otherwise than {@link Weighting#DEFAULT}
 */
public record Weightings(Set<MeterName> gauges, Map<MeterName, Weighting> own) {
  private static final Duration DAY = Duration.ofDays(1);

  /** Copies. */
  public Weightings {
    gauges = Set.copyOf(gauges);
    own = Map.copyOf(own);
  }

  /** How a meter is weighted; null when it is no gauge. */
  public Weighting of(MeterName meter) {
    return gauges.contains(meter) ? own.getOrDefault(meter, Weighting.DEFAULT) : null;
  }

  /** For how long a sample of a meter holds at most; null when it is no gauge. */
  public Duration limit(MeterName meter) {
    Weighting weighting = of(meter);
    return weighting == null ? null : weighting.carryForward();
  }

  /**
   * How far back of a period samples are looked for: a day, so that a gap which began before the
   * period is told as one, and longer where a sample may hold longer.
   */
  public Duration lookBack() {
    Duration longest = longest();
    return longest.compareTo(DAY) < 0 ? DAY : longest;
  }

  /** The longest limit of all gauges: how far back of an instant a sample may still hold at it. */
  public Duration longest() {
    Duration longest = Weighting.DEFAULT.carryForward();
    for (Map.Entry<MeterName, Weighting> entry : own.entrySet()) {
      Duration limit = entry.getValue().carryForward();
      if (gauges.contains(entry.getKey()) && limit.compareTo(longest) > 0) {
        longest = limit;
      }
    }
    return longest;
  }
}
