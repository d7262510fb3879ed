package io.ledgerline.report.pricing.rest;

import io.ledgerline.platform.problem.InvalidRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Times as query parameters. */
final class InstantParam {
  private InstantParam() {}

  /** The time that {@code text} says; null for null. */
  static Instant read(String name, String text) {
    try {
      return text == null ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw InvalidRequest.field(
          name, "not-a-time", "'" + name + "' is a time such as 2026-01-31T00:00:00Z.");
    }
  }
}
