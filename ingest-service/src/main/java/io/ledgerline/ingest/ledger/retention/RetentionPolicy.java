package io.ledgerline.ingest.ledger.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How long months stay open, and how long they stay. Pure.
 *
 * @param keepMonths months after its end that a month stays; empty: for ever
 * @param closedAfter time after its end that a month takes late events; empty: as long as it stays
 * @param archives whether there is a place for archives
 */
public record RetentionPolicy(
    OptionalInt keepMonths, Optional<Duration> closedAfter, boolean archives) {
  private static final int MOST_MONTHS = 1200;
  private static final Duration SHORTEST_GRACE = Duration.ofDays(1);

  /** Nothing is ever closed or dropped. */
  public static final RetentionPolicy FOR_EVER =
      new RetentionPolicy(OptionalInt.empty(), Optional.empty(), false);

  /** What is wrong with it, a sentence each that names the setting; empty when it can be used. */
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    keepMonths.ifPresent(
        months -> {
          if (months < 1 || months > MOST_MONTHS) {
            faults.add(
                "ledgerline.retention.keep-months is 1 to %d; leave it out to keep all for ever"
                    .formatted(MOST_MONTHS));
          }
          if (!archives) {
            faults.add(
                "ledgerline.retention.keep-months needs ledgerline.retention.archive.bucket: only"
                    + " what is archived may be dropped");
          }
        });
    closedAfter.ifPresent(
        grace -> {
          if (grace.compareTo(SHORTEST_GRACE) < 0) {
            faults.add("ledgerline.retention.closed-after is one day (1d) or more");
          }
        });
    return List.copyOf(faults);
  }

  /** When a month stops taking events; empty: never. */
  public Optional<Instant> closesAt(YearMonth month) {
    return closedAfter.isPresent() ? closedAfter.map(Months.end(month)::plus) : keptUntil(month);
  }

  /** Until when a month has to stay; empty: for ever. It never goes before it is closed. */
  public Optional<Instant> keptUntil(YearMonth month) {
    return keepMonths.isPresent()
        ? Optional.of(Months.end(month.plusMonths(keepMonths.getAsInt())))
        : Optional.empty();
  }

  /** The earliest month that is to take events; empty: all are. */
  public Optional<YearMonth> openFrom(Instant now) {
    YearMonth month = Months.of(now);
    if (closesAt(month).isEmpty()) {
      return Optional.empty();
    }
    while (closesAt(month.minusMonths(1)).orElseThrow().isAfter(now)) {
      month = month.minusMonths(1);
    }
    return Optional.of(month);
  }
}
