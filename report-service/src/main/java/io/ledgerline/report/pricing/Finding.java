package io.ledgerline.report.pricing;

import io.ledgerline.report.book.Entry;

/**
 * What the book says of usage: a price and how the model's name found it, or why there is none.
 *
 * @param price null when there is none
 * @param rule null when there is no price
 * @param reason null when there is a price
 */
public record Finding(Entry<PriceMatch, Tariff> price, ModelRule rule, UnratedReason reason) {
  /** There is a price. */
  public static Finding of(Entry<PriceMatch, Tariff> price, ModelRule rule) {
    return new Finding(price, rule, null);
  }

  /** There is none. */
  public static Finding none(UnratedReason reason) {
    return new Finding(null, null, reason);
  }

  /** Whether there is a price. */
  public boolean isFound() {
    return price != null;
  }
}
