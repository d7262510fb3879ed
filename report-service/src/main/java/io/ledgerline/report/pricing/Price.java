package io.ledgerline.report.pricing;

import io.ledgerline.report.book.Validity;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * One row of the price book. Rows are never edited: a correction is a new row with the same match.
 *
 * @param id its identity, shown on every line it rates
 * @param match which usage it is for
 * @param price how much
 * @param validity when the usage must have happened
 * @param knownSince when the system learnt it, set by the database
 * @param source where it was read, for people
 * @param enteredBy the key or part of the system that brought it
 */
public record Price(
    UUID id,
    PriceMatch match,
    UnitPrice price,
    Validity validity,
    Instant knownSince,
    String source,
    String enteredBy) {
  /** Checks that all is there. */
  public Price {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(match, "match");
    Objects.requireNonNull(price, "price");
    Objects.requireNonNull(validity, "validity");
    Objects.requireNonNull(knownSince, "knownSince");
  }
}
