package io.ledgerline.report.ledger;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.ledgerline.contracts.usage.Quantities;
import java.time.Instant;

/**
 * One row of a batch.
 *
 * @param time when it was used
 * @param source who said it
 * @param id the source's own id for it
 * @param sourceAccount where it came from
 * @param quantities how much, by meter
 * @param sign 1, or -1 for a row that takes an earlier event back; null is 1
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record BatchEvent(
    Instant time,
    String source,
    String id,
    String sourceAccount,
    Quantities quantities,
    Integer sign) {
  /** Whether it takes an earlier event back. */
  public boolean takesBack() {
    return sign != null && sign < 0;
  }
}
