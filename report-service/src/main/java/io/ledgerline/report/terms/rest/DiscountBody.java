package io.ledgerline.report.terms.rest;

import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.rest.Validities;
import io.ledgerline.report.terms.DiscountPercent;
import io.ledgerline.report.terms.TermMatch;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A discount to be laid down; what of the first five is left out means any.
 *
 * @param sourceAccount the account at the source
 * @param costCentre code of the cost centre that pays
 * @param provider in any spelling
 * @param model as the source says it; {@code *} stands for any run of characters
 * @param meter what is counted
 * @param percent 0 to 100, a number or decimal text
 * @param validFrom inclusive; null for always
 * @param validTo exclusive; null for open
 * @param source where it was read, for people
 */
public record DiscountBody(
    String sourceAccount,
    String costCentre,
    String provider,
    String model,
    String meter,
    BigDecimal percent,
    Instant validFrom,
    Instant validTo,
    String source) {
  /** What it says, checked. */
  public Draft<TermMatch, DiscountPercent> draft() {
    return new Draft<>(
        new DiscountMatchBody(sourceAccount, costCentre, provider, model, meter).match(),
        new DiscountPercent(percent),
        Validities.of(validFrom, validTo));
  }
}
