package io.ledgerline.ingest.ledger.query;

import io.ledgerline.platform.problem.InvalidRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/** Checks what daily sums are asked for. */
final class DailySumsParameters {
  private static final int MOST_DAYS = 400;

  private DailySumsParameters() {}

  static DailySums.Wish wish(String source, long after, Long watermark, List<String> days) {
    if (source == null || source.isBlank()) {
      throw InvalidRequest.field("source", "missing", "source is required");
    }
    if (watermark == null || watermark < 0) {
      throw InvalidRequest.field(
          "watermark", "missing", "watermark is a number that GET /api/v1/ledger/watermark gave");
    }
    if (after < 0) {
      throw InvalidRequest.field("after", "range", "after is a watermark, or 0");
    }
    if (days.size() > MOST_DAYS) {
      throw InvalidRequest.field("day", "too-many", "at most " + MOST_DAYS + " days may be named");
    }
    return new DailySums.Wish(
        source, after, watermark, days.stream().map(DailySumsParameters::day).toList());
  }

  private static LocalDate day(String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() >= 2000 && day.getYear() < 2200) {
        return day;
      }
    } catch (DateTimeException ignored) {
      // Told below.
    }
    throw InvalidRequest.field("day", "invalid-day", "a day is written as 2026-01-31");
  }
}
