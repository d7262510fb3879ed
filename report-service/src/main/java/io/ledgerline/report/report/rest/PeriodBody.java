package io.ledgerline.report.report.rest;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.report.report.PeriodSpec;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/**
 * A period as a caller writes it; read by hand so that every fault names its field.
 *
 * @param type {@code day} or {@code rolling-24h}
 * @param day of a day: the date, {@code 2023-11-16}
 * @param zone an IANA zone; UTC when absent
 * @param until of rolling 24 hours: the exclusive end; now when absent
 */
public record PeriodBody(String type, String day, String zone, String until) {
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Duration AHEAD = Duration.ofDays(1);

  /**
   * The period.
   *
   * @param now what "now" is; periods that begin more than a day later are refused
   * @throws InvalidValueException whose field is {@code period.…}
   */
  PeriodSpec spec(Instant now) {
    PeriodSpec spec =
        switch (type) {
          case "day" -> new PeriodSpec.Day(date(), zoneId("period.zone", zone));
          case "rolling-24h" ->
              new PeriodSpec.Rolling24Hours(end(now), zoneId("period.zone", zone));
          case null, default ->
              throw fault("type", "unknown-period-type", "'type' is 'day' or 'rolling-24h'.");
        };
    String field = type.equals("day") ? "day" : "until";
    if (spec.period().from().isAfter(now.plus(AHEAD))) {
      throw fault(field, "in-the-future", "There is no usage yet in a period that lies ahead.");
    }
    if (spec.period().from().isBefore(EARLIEST)) {
      throw fault(field, "too-early", "Periods begin in 2000 or later.");
    }
    return spec;
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

  private LocalDate date() {
    try {
      if (day != null && DATE.matcher(day).matches()) {
        return LocalDate.parse(day);
      }
    } catch (DateTimeParseException e) {
      throw fault("day", "not-a-date", "There is no day " + day + ".");
    }
    throw fault("day", "not-a-date", "'day' is a date such as 2023-11-16.");
  }

  private Instant end(Instant now) {
    if (until == null) {
      return now;
    }
    try {
      return OffsetDateTime.parse(until).toInstant();
    } catch (DateTimeParseException e) {
      throw fault("until", "not-an-instant", "'until' is a time such as 2023-11-17T02:30:00Z.");
    }
  }

  private static InvalidValueException fault(String field, String code, String detail) {
    return new InvalidValueException("period." + field, code, detail);
  }
}
