package io.ledgerline.report.rating;

/** What rating says of a line of usage. */
public sealed interface Outcome permits RatedLine, UnratedLine, CountedLine {
  /** The usage. */
  UsageLine usage();
}
