package io.ledgerline.report.terms;

import java.math.BigDecimal;

/**
 * By what the contracted cost is multiplied to be billed.
 *
 * @param factor 0 to 1,000,000, exact to 24 digits after the point; 1 bills just the cost
 */
public record MarkupFactor(BigDecimal factor) {
  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);

  /** Checks the range. */
  public MarkupFactor {
    factor = TermNumbers.checked("factor", factor, MOST);
  }
}
