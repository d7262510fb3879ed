package io.ledgerline.ingest.ledger.query;

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
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

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

  OffsetDateTime fromUtc() {
    return from.atOffset(ZoneOffset.UTC);
  }

  OffsetDateTime toUtc() {
    return to.atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(String name, String text) {
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
