package io.ledgerline.report.vendor.smarter.rest;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.Texts;
import io.ledgerline.contracts.charge.AccountNumber;
import io.ledgerline.report.vendor.smarter.Account;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;

/**
 * An account as it is stated.
 *
 * @param accountNumber absent, or 9999-9999-9999, to be given one
 * @param companyName may be absent
 * @param currency ISO code; USD when absent
 * @param timezone UTC when absent
 */
@RegisterForReflection
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record AccountBody(
    String accountNumber, String companyName, String currency, String timezone) {
  static final String EXAMPLE =
      """
      {"account_number": "3141-5926-5359", "company_name": "Example Ltd", "currency": "USD",
       "timezone": "Europe/Berlin"}""";

  /** The number that is stated; {@link AccountNumber#UNSET} when none is. */
  AccountNumber number() {
    return accountNumber == null
        ? AccountNumber.UNSET
        : AccountNumber.of("account_number", accountNumber);
  }

  Account account(AccountNumber number, Instant now) {
    return new Account(
        number,
        Texts.optional("company_name", companyName, Texts.MAX_NAME),
        currency == null ? "USD" : checkedCurrency(),
        timezone == null ? "UTC" : checkedZone(),
        now,
        now);
  }

  private String checkedCurrency() {
    try {
      return Currency.getInstance(currency).getCurrencyCode();
    } catch (IllegalArgumentException e) {
      throw new InvalidValueException(
          "currency", "unknown-currency", "'currency' is an ISO 4217 code such as USD.");
    }
  }

  private String checkedZone() {
    try {
      return ZoneId.of(timezone).getId();
    } catch (DateTimeException e) {
      throw new InvalidValueException(
          "timezone", "unknown-zone", "'timezone' is an IANA zone such as Europe/Berlin.");
    }
  }
}
