package io.ledgerline.report.attribution.rest;

import io.ledgerline.platform.problem.InvalidRequest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** Query parameters that both resources read. */
final class Parameters {
  private Parameters() {}

  /** A time; {@code otherwise} when it is not given. */
  static Instant of(String name, String text, Instant otherwise) {
    try {
      return text == null ? otherwise : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw InvalidRequest.field(
          name, "not-a-time", "'" + name + "' is a time as RFC 3339 writes it, with its zone.");
    }
  }

  /** Refuses all formats but the one there is. */
  static void requireCsv(String format) {
    if (!"csv".equals(format)) {
      throw InvalidRequest.field("format", "unknown-format", "'format' is csv.");
    }
  }
}
