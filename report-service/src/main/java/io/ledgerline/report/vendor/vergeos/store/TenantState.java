package io.ledgerline.report.vendor.vergeos.store;

import java.time.Instant;

/**
 * How far a tenant's records are.
 *
 * @param lastKey the greatest number; 0 for no record
 * @param lastTo up to when records are; 0 for no record
 * @param doneDue the last hour that was looked after
 * @param generatedKey the last record on request; null for none
 * @param generatedAt when it was asked for; null for never
 */
public record TenantState(
    long lastKey, long lastTo, long doneDue, Long generatedKey, Instant generatedAt) {
  /** A tenant without a record. */
  static final TenantState NEW = new TenantState(0, 0, 0, null, null);
}
