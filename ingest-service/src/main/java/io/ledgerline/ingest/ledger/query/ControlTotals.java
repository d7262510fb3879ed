package io.ledgerline.ingest.ledger.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;

/**
 * What the ledger holds for a span of charge time, counted from its rows.
 *
 * @param watermark highest seal number that was counted
 * @param from charge time, inclusive
 * @param to charge time, exclusive
 * @param openQuarter whether a batch that contributes was posted in the quarter hour still open
 * @param archivedMonths months whose rows were archived and dropped: of them it is what their
 *     batches keep, by the quarter hours that begin in the span; absent when there are none
 * @param events how many
 * @param quantities sums by meter, plain decimals
 * @param batches the same by batch, sorted by batch id
 */
@RegisterForReflection(targets = {ControlTotals.class, ControlTotals.BatchTotal.class})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ControlTotals(
    long watermark,
    Instant from,
    Instant to,
    boolean openQuarter,
    List<String> archivedMonths,
    long events,
    SortedMap<String, String> quantities,
    List<BatchTotal> batches) {
  /**
   * What one batch contributes.
   *
   * @param batchId which
   * @param postedAt when it was posted
   * @param events how many of its events lie in the span
   * @param quantities their sums by meter, plain decimals
   */
  public record BatchTotal(
      UUID batchId, Instant postedAt, long events, SortedMap<String, String> quantities) {}
}
