package io.ledgerline.report.vendor.dynamoguard;

import io.ledgerline.contracts.InvalidValueException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * The days that a report is asked for, in UTC.
 *
 * @param from the first one
 * @param to the one after the last
 */
public record BillingDays(LocalDate from, LocalDate to) {
  private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2068, 1, 1);
  private static final int MOST = 400;
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  /** Checks their order and number. */
  public BillingDays {
    if (!from.isBefore(to)) {
      throw new InvalidValueException(
          "toDate", "period-empty", "'toDate' (exclusive) must be later than 'fromDate'.");
    }
    if (ChronoUnit.DAYS.between(from, to) > MOST) {
      throw new InvalidValueException(
          "toDate", "period-too-long", "A report covers at most " + MOST + " days.");
    }
  }

  /**
   * The days between two dates.
   *
   * @param fromDate such as {@code 2024-11-07}, inclusive
   * @param toDate exclusive; may be to come
   * @throws InvalidValueException that names {@code fromDate} or {@code toDate}
   */
  public static BillingDays of(String fromDate, String toDate) {
    return new BillingDays(date("fromDate", fromDate), date("toDate", toDate));
  }

  /** The first day's beginning. */
  public Instant start() {
    return from.atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  /** The last day's end. */
  public Instant end() {
    return to.atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  private static LocalDate date(String field, String text) {
    if (text == null || text.isBlank()) {
      throw new InvalidValueException(
          field, "missing", "'" + field + "' is required, such as 2024-11-07.");
    }
    try {
      LocalDate date = DATE.matcher(text).matches() ? LocalDate.parse(text) : null;
      if (date != null && !date.isBefore(EARLIEST) && !date.isAfter(LATEST)) {
        return date;
      }
    } catch (DateTimeException ignored) {
      // Told below.
    }
    throw new InvalidValueException(
        field,
        "not-a-date",
        "'%s' is a date YYYY-MM-DD from %s to %s.".formatted(field, EARLIEST, LATEST));
  }
}
