package io.ledgerline.report.reconciliation.hourly;

import io.ledgerline.contracts.AccessScope;
import io.ledgerline.report.reconciliation.AccountMeter;

/**
 * Which lines are compared.
 *
 * @param sourceAccount null for all
 * @param meter null for all; {@link AccountMeter#EVENTS} for the counts of events
 * @param scope only accounts that it names; null for all
 */
public record LineFilter(String sourceAccount, String meter, AccessScope scope) {
  boolean accepts(AccountMeter key) {
    return (scope == null || scope.coversAccount(key.sourceAccount()))
        && (sourceAccount == null || sourceAccount.equals(key.sourceAccount()))
        && (meter == null || meter.equals(key.meter()));
  }
}
