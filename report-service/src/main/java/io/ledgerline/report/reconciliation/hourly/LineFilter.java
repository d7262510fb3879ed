package io.ledgerline.report.reconciliation.hourly;

import io.ledgerline.report.reconciliation.AccountMeter;

/**
 * Which lines are compared.
 *
 * @param sourceAccount null for all
 * @param meter null for all; {@link AccountMeter#EVENTS} for the counts of events
 */
public record LineFilter(String sourceAccount, String meter) {
  boolean accepts(AccountMeter key) {
    return (sourceAccount == null || sourceAccount.equals(key.sourceAccount()))
        && (meter == null || meter.equals(key.meter()));
  }
}
