package io.ledgerline.report.vendor.dynamoguard;

import io.ledgerline.contracts.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The part of a report's days that billing was enabled for.
 *
 * @param period what the run reads; all of the days when none of them is valid
 * @param any whether any of it counts
 * @param error what is left out and why, for a person; null when nothing is
 */
public record ValidPart(Period period, boolean any, String error) {
  /**
   * The part of {@code days} from {@code enabled} on.
   *
   * @param enabled when billing was enabled; null for always
   */
  public static ValidPart of(BillingDays days, Instant enabled) {
    if (enabled == null || !enabled.isAfter(days.start())) {
      return new ValidPart(period(days.start(), days.end()), true, null);
    }
    String since =
        "Reports are only valid for dates after billing is enabled (" + Times.text(enabled) + ")";
    if (!enabled.isBefore(days.end())) {
      return new ValidPart(
          period(days.start(), days.end()),
          false,
          "%s: %s left out.".formatted(since, named(days.from(), days.to().minusDays(1))));
    }
    return new ValidPart(
        period(enabled, days.end()), true, "%s: %s.".formatted(since, leftOut(days, enabled)));
  }

  private static String leftOut(BillingDays days, Instant enabled) {
    LocalDate first = enabled.atOffset(ZoneOffset.UTC).toLocalDate();
    boolean atMidnight = first.atStartOfDay().toInstant(ZoneOffset.UTC).equals(enabled);
    String part = first + " counts from " + Times.text(enabled) + " on";
    if (!days.from().isBefore(first)) {
      return part;
    }
    String whole = named(days.from(), first.minusDays(1)) + " left out";
    return atMidnight ? whole : whole + ", " + part;
  }

  private static String named(LocalDate first, LocalDate last) {
    return first.equals(last) ? first + " is" : first + " to " + last + " are";
  }

  private static Period period(Instant from, Instant to) {
    return new Period(from, to, ZoneOffset.UTC);
  }
}
