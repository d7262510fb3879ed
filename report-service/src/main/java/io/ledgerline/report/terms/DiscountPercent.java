package io.ledgerline.report.terms;

import java.math.BigDecimal;

/**
 * What is taken off the list price.
 *
 * @param percent 0 to 100
 */
public record DiscountPercent(BigDecimal percent) {
  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  /** Checks the range. */
  public DiscountPercent {
    percent = TermNumbers.checked("percent", percent, ALL);
  }
}
