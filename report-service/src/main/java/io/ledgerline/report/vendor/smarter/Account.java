package io.ledgerline.report.vendor.smarter;

import io.ledgerline.contracts.charge.AccountNumber;
import java.time.Instant;
import java.util.Objects;

/**
 * An account that records are of.
 *
 * @param number never changes
 * @param companyName null when unknown
 * @param currency ISO code; only shown, as prices have their own
 * @param timezone only shown: days are days in UTC
 * @param createdAt when it was first there
 * @param updatedAt when it last changed
 */
public record Account(
    AccountNumber number,
    String companyName,
    String currency,
    String timezone,
    Instant createdAt,
    Instant updatedAt) {
  /** Checks that it has a number. */
  public Account {
    Objects.requireNonNull(number, "number");
  }
}
