package io.ledgerline.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Objects;

/**
 * An exact amount of one currency. Sums and products are exact; only {@link #rounded(int)} rounds,
 * and only when asked.
 *
 * @param amount any sign and scale; equal values are equal whatever their scale (1.0 equals 1)
 * @param currency ISO 4217
 */
public record Money(
    @JsonProperty("amount") BigDecimal amount, @JsonProperty("currency") Currency currency)
    implements Comparable<Money> {
  /** Normalises the scale. */
  public Money {
    amount = Decimals.normal(amount);
    Objects.requireNonNull(currency, "currency");
  }

  /**
   * US dollar, the currency of the shipped price list. No constant: currencies are equal by
   * identity, and a native image would keep the builder's instance, equal to none of its own.
   */
  public static Currency usd() {
    return Currency.getInstance("USD");
  }

  /** Nothing, in {@code currency}. */
  public static Money zero(Currency currency) {
    return new Money(BigDecimal.ZERO, currency);
  }

  /**
   * The exact sum.
   *
   * @throws IllegalArgumentException when the currencies differ
   */
  public Money plus(Money other) {
    requireSame(other);
    return new Money(amount.add(other.amount), currency);
  }

  /** Rounded half-up to {@code decimals} places after the point. */
  public Money rounded(int decimals) {
    return new Money(amount.setScale(decimals, RoundingMode.HALF_UP), currency);
  }

  /** Whether the amount is above zero. */
  public boolean isPositive() {
    return amount.signum() > 0;
  }

  @Override
  public int compareTo(Money other) {
    requireSame(other);
    return amount.compareTo(other.amount);
  }

  /** Plain decimal without exponent, then the currency code. */
  @Override
  public String toString() {
    return amount.toPlainString() + " " + currency.getCurrencyCode();
  }

  private void requireSame(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException("Cannot combine " + currency + " and " + other.currency);
    }
  }
}
