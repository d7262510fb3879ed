package io.ledgerline.report.reconciliation;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a run has read of one hour, account and meter.
 *
 * @param hour start of the hour (UTC)
 * @param key account and meter
 * @param quantity the sum, or the count of events
 */
public record ReportedHour(Instant hour, AccountMeter key, BigDecimal quantity) {}
