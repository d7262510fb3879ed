package io.ledgerline.report.pricing.imports.table;

/** What column {@code rate} says. */
enum RateKind {
  /** One price. */
  FLAT,
  /** Blocks of a size. */
  PACKAGE,
  /** Each band at its own price. */
  GRADUATED,
  /** All at the price of the band reached. */
  VOLUME,
  /** The request's size picks the band. */
  REQUEST_SIZE,
  /** The match says nothing any more. */
  WITHDRAWN;

  boolean hasBands() {
    return this == GRADUATED || this == VOLUME || this == REQUEST_SIZE;
  }
}
