package io.ledgerline.report.ledger;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the ledger holds of a period at a watermark.
 *
 * @param watermark the watermark
 * @param from inclusive
 * @param to exclusive
 * @param openQuarter whether a batch of the open posting quarter hour is in it
 * @param events how many
 * @param quantities sums by meter
 * @param batches what each batch adds to it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ControlTotals(
    long watermark,
    Instant from,
    Instant to,
    boolean openQuarter,
    long events,
    Map<String, BigDecimal> quantities,
    List<Batch> batches) {
  /** Copies. */
  public ControlTotals {
    quantities = quantities == null ? Map.of() : Map.copyOf(quantities);
    batches = batches == null ? List.of() : List.copyOf(batches);
  }

  /**
   * One batch's part of the period.
   *
   * @param batchId the batch
   * @param postedAt when it was committed
   * @param events how many of its events lie in the period
   * @param quantities their sums by meter
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Batch(
      UUID batchId, Instant postedAt, long events, Map<String, BigDecimal> quantities) {
    /** Copies. */
    public Batch {
      quantities = quantities == null ? Map.of() : Map.copyOf(quantities);
    }
  }
}
