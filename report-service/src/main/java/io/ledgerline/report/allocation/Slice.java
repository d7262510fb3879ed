package io.ledgerline.report.allocation;

import java.time.Instant;

/**
 * A part of a period in which no rule changes.
 *
 * @param from inclusive
 * @param to exclusive
 */
public record Slice(Instant from, Instant to) {
  /** Whether a time ends in it, at its own end at the latest. */
  boolean isEndOf(Instant end) {
    return end.isAfter(from) && !end.isAfter(to);
  }
}
