package io.ledgerline.report.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;

/**
 * The instants at which a cron rule is due in a zone: each matching wall-clock time exactly once,
 * also when clocks change.
 *
 * <pre>
 * clocks go forward  01:59 → 03:00   02:30 is skipped by the clocks; it is due as many minutes
 *                                    after the change as it lies after 02:00, so at 03:30
 * clocks go back     02:59 → 02:00   02:30 comes twice; it is due the first time only
 * </pre>
 *
 * @param rule wall-clock times
 * @param zone where the clock hangs
 */
public record DueTimes(CronRule rule, ZoneId zone) {
  /** The first due instant later than {@code after}; empty when there is none any more. */
  public Optional<Instant> nextAfter(Instant after) {
    LocalDateTime local = startOfSearch(after);
    while (true) {
      Optional<LocalDateTime> candidate = rule.after(local);
      if (candidate.isEmpty()) {
        return Optional.empty();
      }
      local = candidate.get();
      Instant due = instantOf(local);
      if (due.isAfter(after)) {
        return Optional.of(earliestOf(local, due, after));
      }
    }
  }

  /** The first due instant not earlier than {@code from}. */
  public Optional<Instant> nextFrom(Instant from) {
    return nextAfter(from.minusNanos(1));
  }

  /** A skipped time lands behind times that follow it on the clock face: those may come first. */
  private Instant earliestOf(LocalDateTime first, Instant due, Instant after) {
    LocalDateTime shownAtDue = LocalDateTime.ofInstant(due, zone);
    Instant earliest = due;
    LocalDateTime local = first;
    while (true) {
      Optional<LocalDateTime> next = rule.after(local);
      if (next.isEmpty() || !next.get().isBefore(shownAtDue)) {
        return earliest;
      }
      local = next.get();
      Instant other = instantOf(local);
      if (other.isAfter(after) && other.isBefore(earliest)) {
        earliest = other;
      }
    }
  }

  /** Shortly after clocks went forward, skipped times may still be to come. */
  private LocalDateTime startOfSearch(Instant after) {
    LocalDateTime shown = LocalDateTime.ofInstant(after, zone);
    ZoneOffsetTransition last = zone.getRules().previousTransition(after.plusNanos(1));
    if (last != null
        && last.isGap()
        && after.isBefore(last.getInstant().plus(last.getDuration()))) {
      return last.getDateTimeBefore().minusMinutes(1);
    }
    return shown;
  }

  /** Skipped times move forward by the length of the gap; doubled ones are the earlier. */
  private Instant instantOf(LocalDateTime local) {
    return local.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
  }
}
