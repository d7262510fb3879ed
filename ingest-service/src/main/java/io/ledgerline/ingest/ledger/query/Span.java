package io.ledgerline.ingest.ledger.query;

import io.ledgerline.contracts.QuarterHour;
import io.ledgerline.platform.problem.InvalidRequest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Which part of the ledger a question is about.
 *
 * @param from charge time, inclusive
 * @param to charge time, exclusive
 * @param watermark highest seal number that counts
 */
record Span(Instant from, Instant to, long watermark) {
  static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  Span {
    if (!from.isBefore(to)) {
      throw InvalidRequest.field("to", "period-empty", "to must be later than from");
    }
  }

  /** Reads query parameters; each is required. */
  static Span of(String from, String to, Long watermark) {
    if (watermark == null || watermark < 0) {
      throw InvalidRequest.field(
          "watermark",
          watermark == null ? "missing" : "range",
          "watermark is a number that GET /api/v1/ledger/watermark gave");
    }
    return new Span(instant("from", from), instant("to", to), watermark);
  }

  /** A span of whole quarter hours, up to a watermark; else 400. */
  static Span ofQuarterHours(String from, String to, Long watermark) {
    Span span = of(from, to, watermark);
    aligned("from", span.from());
    aligned("to", span.to());
    return span;
  }

  /**
   * The condition on {@code batch b} that leaves out batches without rows in the span, as
   * constants. All rows of a batch lie in one month, so that one bound on its last row does on both
   * sides.
   */
  String touchedBatches() {
    return "b.max_time >= %s AND b.max_time < %s AND b.min_time < %s AND b.seal_no <= %d"
        .formatted(literal(from), literal(monthAfter(to)), literal(to), watermark);
  }

  /** The condition on {@code ledger_event e} for rows in the span, as constants. */
  String rows() {
    return "e.charge_time >= %s AND e.charge_time < %s".formatted(literal(from), literal(to));
  }

  /** An instant as SQL reads it. */
  static String literal(Instant time) {
    return "'" + time + "'::timestamptz";
  }

  private static Instant monthAfter(Instant to) {
    return to.minus(1, ChronoUnit.MICROS)
        .atOffset(ZoneOffset.UTC)
        .truncatedTo(ChronoUnit.DAYS)
        .withDayOfMonth(1)
        .plusMonths(1)
        .toInstant();
  }

  private static void aligned(String name, Instant time) {
    if (!QuarterHour.isAligned(time)) {
      throw InvalidRequest.field(
          name, "not-a-quarter-hour", name + " must be the start of a quarter hour");
    }
  }

  OffsetDateTime fromUtc() {
    return from.atOffset(ZoneOffset.UTC);
  }

  OffsetDateTime toUtc() {
    return to.atOffset(ZoneOffset.UTC);
  }

  static Instant instant(String name, String text) {
    if (text == null) {
      throw InvalidRequest.field(
          name, "missing", name + " is required: an instant such as 2026-01-31T00:00:00Z");
    }
    try {
      Instant time = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
      if (!time.isBefore(EARLIEST) && !time.isAfter(LATEST)) {
        return time;
      }
    } catch (java.time.DateTimeException ignored) {
      // Told below.
    }
    throw InvalidRequest.field(
        name, "invalid-time", name + " must be an RFC 3339 time such as 2026-01-31T00:00:00Z");
  }
}
