package io.ledgerline.report.currency;

import io.ledgerline.contracts.InvalidValueException;
import java.util.Currency;
import java.util.Objects;

/**
 * Which currency is worth how much of which other.
 *
 * @param from the one that amounts are in
 * @param to the one they are turned into; another one
 */
public record CurrencyPair(Currency from, Currency to) {
  /** Checks that they differ. */
  public CurrencyPair {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    if (from.equals(to)) {
      throw new InvalidValueException(
          "to", "same-currency", "A currency is worth itself; 'to' is another one.");
    }
  }

  /** Of two ISO 4217 codes. */
  public static CurrencyPair of(String from, String to) {
    return new CurrencyPair(Currencies.of("from", from), Currencies.of("to", to));
  }
}
