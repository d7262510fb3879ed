package io.ledgerline.report.book.rest;

import io.ledgerline.report.book.Validity;
import java.time.Instant;

/** Validities as bodies state them. */
public final class Validities {
  private Validities() {}

  /**
   * From two times.
   *
   * @param from null for always
   * @param to null for open
   */
  public static Validity of(Instant from, Instant to) {
    return new Validity(from == null ? Validity.ALWAYS.from() : from, to);
  }
}
