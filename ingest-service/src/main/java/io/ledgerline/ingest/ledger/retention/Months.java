package io.ledgerline.ingest.ledger.retention;

import io.ledgerline.platform.problem.InvalidRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** Months of charge time, in UTC, from 2000 to 2199. */
public final class Months {
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2199;

  private Months() {}

  /** Reads {@code 2026-01}; fails with 400 and the field's name. */
  public static YearMonth parse(String field, String text) {
    if (text == null) {
      throw InvalidRequest.field(field, "missing", field + " is required: a month such as 2026-01");
    }
    try {
      YearMonth month = YearMonth.parse(text);
      if (month.getYear() >= FIRST_YEAR && month.getYear() <= LAST_YEAR) {
        return month;
      }
    } catch (DateTimeException ignored) {
      // Told below.
    }
    throw InvalidRequest.field(
        field, "invalid-month", field + " must be a month from 2000-01 on, such as 2026-01");
  }

  /** Its first instant. */
  public static Instant start(YearMonth month) {
    return month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  /** The first instant behind it. */
  public static Instant end(YearMonth month) {
    return start(month.plusMonths(1));
  }

  /** The month that an instant lies in. */
  public static YearMonth of(Instant time) {
    return YearMonth.from(time.atOffset(ZoneOffset.UTC));
  }

  /** Name of its partition; safe to be written into a statement. */
  public static String table(YearMonth month) {
    return "ledger_event_%04d_%02d".formatted(month.getYear(), month.getMonthValue());
  }
}
