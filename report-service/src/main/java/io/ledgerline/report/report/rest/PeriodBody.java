package io.ledgerline.report.report.rest;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.Period;
import io.ledgerline.report.report.PeriodSpec;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A period as a caller writes it; read by hand so that every fault names its field.
 *
 * @param type one of {@link #TYPES}
 * @param day of a day: the date, {@code 2023-11-16}
 * @param month of a month: {@code 2023-11}
 * @param from of a range: inclusive, a date of the zone or a time
 * @param to of a range: exclusive, a date of the zone or a time
 * @param zone an IANA zone; UTC when absent
 * @param until of rolling 24 hours: the exclusive end; now when absent
 */
public record PeriodBody(
    String type, String day, String month, String from, String to, String zone, String until) {
  /** The types of period that there are. */
  static final List<String> TYPES = List.of("day", "month", "range", "rolling-24h");

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Duration AHEAD = Duration.ofDays(1);

  /**
   * The period.
   *
   * @param now what "now" is; periods that begin more than a day later are refused
   * @param longest longer ranges are refused
   * @throws InvalidValueException whose field is {@code period.…}
   */
  PeriodSpec spec(Instant now, Duration longest) {
    ZoneId calendar = zoneId("period.zone", zone);
    return switch (type) {
      case "day" -> begun(new PeriodSpec.Day(date("day", day), calendar), "day", now);
      case "month" -> begun(new PeriodSpec.Month(yearMonth(), calendar), "month", now);
      case "range" -> begun(range(calendar, longest), "from", now);
      case "rolling-24h" -> begun(new PeriodSpec.Rolling24Hours(end(now), calendar), "until", now);
      case null, default ->
          throw fault("type", "unknown-period-type", "'type' is one of " + TYPES + ".");
    };
  }

  private static PeriodSpec begun(PeriodSpec spec, String field, Instant now) {
    if (spec.period().from().isAfter(now.plus(AHEAD))) {
      throw fault(field, "in-the-future", "There is no usage yet in a period that lies ahead.");
    }
    if (spec.period().from().isBefore(EARLIEST)) {
      throw fault(field, "too-early", "Periods begin in 2000 or later.");
    }
    return spec;
  }

  private PeriodSpec range(ZoneId calendar, Duration longest) {
    Instant start = bound("from", from, calendar);
    Instant end = bound("to", to, calendar);
    Duration most = longest.compareTo(Period.LONGEST) < 0 ? longest : Period.LONGEST;
    if (start.isBefore(end) && Duration.between(start, end).compareTo(most) > 0) {
      throw fault("to", "period-too-long", "A period covers at most " + most.toDays() + " days.");
    }
    try {
      return new PeriodSpec.Range(start, end, calendar);
    } catch (InvalidValueException e) {
      throw e.within("period");
    }
  }

  /**
   * A zone by its IANA name; UTC when absent.
   *
   * @throws InvalidValueException {@code unknown-zone}
   */
  public static ZoneId zoneId(String field, String zone) {
    if (zone == null) {
      return ZoneId.of("UTC");
    }
    try {
      ZoneId id = ZoneId.of(zone);
      // An offset is no calendar that people live by, and not every one lies on quarter hours.
      if (id instanceof ZoneOffset && !zone.equals("Z")) {
        throw new DateTimeException("an offset");
      }
      return zone.equals("Z") ? ZoneId.of("UTC") : id;
    } catch (DateTimeException e) {
      throw new InvalidValueException(
          field, "unknown-zone", "A zone has an IANA name such as UTC or Europe/Berlin.");
    }
  }

  private static LocalDate date(String field, String text) {
    try {
      if (text != null && DATE.matcher(text).matches()) {
        return LocalDate.parse(text);
      }
    } catch (DateTimeException e) {
      throw fault(field, "not-a-date", "There is no day " + text + ".");
    }
    throw fault(field, "not-a-date", "'" + field + "' is a date such as 2023-11-16.");
  }

  private YearMonth yearMonth() {
    try {
      if (month != null && MONTH.matcher(month).matches()) {
        return YearMonth.parse(month);
      }
    } catch (DateTimeException e) {
      throw fault("month", "not-a-month", "There is no month " + month + ".");
    }
    throw fault("month", "not-a-month", "'month' is a year and a month such as 2023-11.");
  }

  private static Instant bound(String field, String text, ZoneId calendar) {
    if (text != null && DATE.matcher(text).matches()) {
      return date(field, text).atStartOfDay(calendar).toInstant();
    }
    try {
      if (text != null) {
        return OffsetDateTime.parse(text).toInstant();
      }
    } catch (DateTimeException e) {
      throw notABound(field);
    }
    throw notABound(field);
  }

  private static InvalidValueException notABound(String field) {
    return fault(
        field,
        "not-an-instant",
        "'" + field + "' is a date such as 2023-11-16 or a time such as 2023-11-16T12:00:00Z.");
  }

  private Instant end(Instant now) {
    if (until == null) {
      return now;
    }
    try {
      return OffsetDateTime.parse(until).toInstant();
    } catch (DateTimeException e) {
      throw fault("until", "not-an-instant", "'until' is a time such as 2023-11-17T02:30:00Z.");
    }
  }

  private static InvalidValueException fault(String field, String code, String detail) {
    return new InvalidValueException("period." + field, code, detail);
  }
}
