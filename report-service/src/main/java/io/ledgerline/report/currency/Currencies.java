package io.ledgerline.report.currency;

import io.ledgerline.contracts.InvalidValueException;
import java.util.Currency;

/** Currencies as people write them. */
public final class Currencies {
  private static final String NO_CURRENCY = "XXX";

  private Currencies() {}

  /**
   * The currency of an ISO 4217 code.
   *
   * @param field the field to name when it is none
   * @throws InvalidValueException {@code missing} or {@code unknown-currency}
   */
  public static Currency of(String field, String code) {
    if (code == null || code.isBlank()) {
      throw new InvalidValueException(
          field, "missing", "'" + field + "' is required: a currency's ISO 4217 code.");
    }
    try {
      if (!NO_CURRENCY.equals(code)) {
        return Currency.getInstance(code);
      }
    } catch (IllegalArgumentException e) {
      // Told below.
    }
    throw new InvalidValueException(
        field, "unknown-currency", "'" + field + "' is an ISO 4217 code such as USD or EUR.");
  }
}
