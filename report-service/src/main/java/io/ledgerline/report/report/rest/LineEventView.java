package io.ledgerline.report.report.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.report.ledger.LedgerLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * An event behind a line; quantities are decimal texts.
 *
 * @param time when it was used
 * @param source who said it
 * @param id the source's own id for it
 * @param sourceAccount where it came from
 * @param principal who did it, by name
 * @param workspace where the source has one
 * @param project where the source has one
 * @param provider who provides the service
 * @param model the model's id at the provider
 * @param region where
 * @param operation what was called
 * @param priceClass what the price depends on besides
 * @param quantities how much, by meter
 * @param batchId the batch it was committed with
 * @param resource what it brings samples of; absent when it names no resource
 * @param ended true when that resource is gone from then on; else absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LineEventView(
    Instant time,
    String source,
    String id,
    String sourceAccount,
    String principal,
    String workspace,
    String project,
    String provider,
    String model,
    String region,
    String operation,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> priceClass,
    SortedMap<String, String> quantities,
    UUID batchId,
    String resource,
    Boolean ended) {
  static LineEventView of(LedgerLine event) {
    SortedMap<String, String> quantities = new TreeMap<>();
    for (Map.Entry<String, BigDecimal> used : event.quantities().numbers().entrySet()) {
      quantities.put(used.getKey(), used.getValue().toPlainString());
    }
    return new LineEventView(
        event.time(),
        event.source(),
        event.id(),
        event.sourceAccount(),
        event.principal(),
        event.workspace(),
        event.project(),
        event.provider(),
        event.model(),
        event.region(),
        event.operation(),
        event.priceClass().values(),
        quantities,
        event.batchId(),
        event.resource(),
        event.ended() ? true : null);
  }
}
