package io.ledgerline.report.vendor.dynamoguard;

import java.time.Instant;

/**
 * What a tenant has settled for its reports.
 *
 * @param enabledFrom when billing was enabled; usage before it is left out; null for always
 * @param environment how the tenant's installation is called in reports; null for the tenant's name
 * @param listInData whether lists are wrapped as the oldest SDKs expect them
 */
public record BillingSettings(Instant enabledFrom, String environment, boolean listInData) {
  /** What holds until something is settled. */
  public static final BillingSettings DEFAULT = new BillingSettings(null, null, false);
}
