package io.ledgerline.report.allocation;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.Texts;
import io.ledgerline.report.book.Validity;
import io.ledgerline.report.pricing.Provider;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Currency;

/**
 * What a provider's invoice is about.
 *
 * @param provider its family
 * @param month the month of use (UTC)
 * @param currency of the invoice, ISO 4217
 */
public record ProviderMonth(
    @JsonProperty("provider") String provider,
    @JsonProperty("month") YearMonth month,
    @JsonProperty("currency") Currency currency) {
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 9998;

  /** Checks that all is there. */
  public ProviderMonth {
    provider = Provider.family(Texts.required("provider", provider, Texts.MAX_NAME));
    if (month == null || month.getYear() < FIRST_YEAR || month.getYear() > LAST_YEAR) {
      throw notAMonth();
    }
    if (currency == null) {
      throw new InvalidValueException("currency", "missing", "'currency' is required: ISO 4217.");
    }
  }

  /** Of a month's text, such as {@code 2026-03}. */
  public static ProviderMonth of(String provider, String month, Currency currency) {
    try {
      return new ProviderMonth(provider, month == null ? null : YearMonth.parse(month), currency);
    } catch (DateTimeParseException e) {
      throw notAMonth();
    }
  }

  private static InvalidValueException notAMonth() {
    return new InvalidValueException(
        "month", "not-a-month", "'month' is a month of the years 1970 to 9998, as 2026-03.");
  }

  /** The month's time. */
  public Validity validity() {
    return new Validity(start(month), start(month.plusMonths(1)));
  }

  private static Instant start(YearMonth month) {
    return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
