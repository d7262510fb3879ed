package io.ledgerline.contracts.message;

import java.math.BigDecimal;
import java.util.Map;

/**
 * A report's totals, for those who only see the mail.
 *
 * @param rows lines of the report
 * @param events usage events behind it
 * @param quantities sums by meter
 * @param charges exact sum of all charges
 * @param currency ISO 4217 code of the charges
 * @param unratedEvents events that have usage but no price
 */
public record ReportSummary(
    long rows,
    long events,
    Map<String, BigDecimal> quantities,
    BigDecimal charges,
    String currency,
    long unratedEvents) {
  /** Copies the sums. */
  public ReportSummary {
    quantities = Map.copyOf(quantities);
  }
}
