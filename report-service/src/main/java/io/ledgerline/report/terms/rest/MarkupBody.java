package io.ledgerline.report.terms.rest;

import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.rest.Validities;
import io.ledgerline.report.terms.MarkupFactor;
import io.ledgerline.report.terms.TermMatch;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A markup to be laid down; what of the first three is left out means any.
 *
 * @param operation what was called
 * @param provider in any spelling
 * @param model as the source says it; {@code *} stands for any run of characters
 * @param factor 0 or more, a number or decimal text; exact to 24 digits after the point
 * @param validFrom inclusive; null for always
 * @param validTo exclusive; null for open
 * @param source where it was read, for people
 */
public record MarkupBody(
    String operation,
    String provider,
    String model,
    BigDecimal factor,
    Instant validFrom,
    Instant validTo,
    String source) {
  /** What it says, checked. */
  public Draft<TermMatch, MarkupFactor> draft() {
    return new Draft<>(
        new MarkupMatchBody(operation, provider, model).match(),
        new MarkupFactor(factor),
        Validities.of(validFrom, validTo));
  }
}
