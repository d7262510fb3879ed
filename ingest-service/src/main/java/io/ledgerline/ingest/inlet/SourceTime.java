package io.ledgerline.ingest.inlet;

import io.ledgerline.contracts.InvalidValueException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Reads the times that sources send. Pure. */
public final class SourceTime {
  /** Longest text worth looking at: nanoseconds, an offset, and some room. */
  private static final int MAX_LENGTH = 64;

  private SourceTime() {}

  /**
   * An RFC 3339 time. The zone is required: a local time would be counted on a day that depends on
   * who reads it.
   *
   * @param field named in the fault
   * @return whole microseconds, what is finer is cut off: the ledger keeps no more
   * @throws InvalidValueException {@code invalid-time}
   */
  public static Instant parse(String field, String text) {
    Instant usual = UtcTime.parse(text);
    if (usual != null) {
      return usual;
    }
    if (text.length() <= MAX_LENGTH) {
      try {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME
            .parse(text, Instant::from)
            .truncatedTo(ChronoUnit.MICROS);
      } catch (DateTimeException ignored) {
        // Told below, without repeating what was sent.
      }
    }
    throw new InvalidValueException(
        field,
        "invalid-time",
        "'" + field + "' must be an RFC 3339 time with a zone, such as 2026-01-31T12:00:00Z.");
  }
}
