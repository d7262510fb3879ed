package io.ledgerline.report.ledger;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * One batch's part of a period, as the ledger's control totals tell it.
 *
 * @param batchId the batch
 * @param postedAt when it was committed
 * @param events how many events it adds to the period; negative when it takes back more than it
 *     adds
 * @param quantities sums by meter, signed likewise
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record BatchTotal(
    UUID batchId, Instant postedAt, long events, Map<String, BigDecimal> quantities) {
  /** Copies. */
  public BatchTotal {
    quantities = quantities == null ? Map.of() : Map.copyOf(quantities);
  }
}
