package io.ledgerline.report.vendor.smarter.rest;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.ledgerline.report.vendor.smarter.Account;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * An account as it is shown.
 *
 * @param accountNumber never changes
 * @param companyName absent when unknown
 * @param currency ISO code
 * @param timezone only shown: days of records are days in UTC
 * @param createdAt when it was first there
 * @param updatedAt when it last changed
 */
@RegisterForReflection
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record AccountView(
    String accountNumber,
    String companyName,
    String currency,
    String timezone,
    Instant createdAt,
    Instant updatedAt) {
  static AccountView of(Account account) {
    return new AccountView(
        account.number().value(),
        account.companyName(),
        account.currency(),
        account.timezone(),
        account.createdAt(),
        account.updatedAt());
  }
}
