package io.ledgerline.report.ledger;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.ledgerline.contracts.usage.Labels;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.contracts.usage.Quantities;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * One event of the ledger, as its detail stream tells it. Fields that no report needs yet are not
 * read.
 *
 * @param time when it was used
 * @param source who said it
 * @param id the source's own id for it
 * @param sourceAccount where it came from
 * @param principal who did it, by name; null when unknown
 * @param provider null when it does not apply, like the next two
 * @param model the model's id at the provider
 * @param region where the call was made
 * @param priceClass what its price depends on besides; none when absent
 * @param quantities how much, by meter
 * @param batchId the batch it was committed with
 * @param principalId who did it, by surrogate; null when unknown, like the next three
 * @param workspace where the source has one
 * @param project where the source has one
 * @param operation what was called
 * @param tags what the source attached for attribution; none when absent
 * @param resource what it brings samples of; null when it names no resource
 * @param ended whether that resource is gone from then on
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LedgerLine(
    Instant time,
    String source,
    String id,
    String sourceAccount,
    String principal,
    String provider,
    String model,
    String region,
    PriceClass priceClass,
    Quantities quantities,
    UUID batchId,
    UUID principalId,
    String workspace,
    String project,
    String operation,
    Labels tags,
    String resource,
    boolean ended) {
  /** Checks what must be there. */
  public LedgerLine {
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(sourceAccount, "sourceAccount");
    Objects.requireNonNull(quantities, "quantities");
    principal = Named.orErased(principal, principalId);
    priceClass = priceClass == null ? PriceClass.NONE : priceClass;
    tags = tags == null ? Labels.NONE : tags;
  }

  /** A line that brings no samples. */
  public LedgerLine(
      Instant time,
      String source,
      String id,
      String sourceAccount,
      String principal,
      String provider,
      String model,
      String region,
      PriceClass priceClass,
      Quantities quantities,
      UUID batchId,
      UUID principalId,
      String workspace,
      String project,
      String operation,
      Labels tags) {
    this(
        time,
        source,
        id,
        sourceAccount,
        principal,
        provider,
        model,
        region,
        priceClass,
        quantities,
        batchId,
        principalId,
        workspace,
        project,
        operation,
        tags,
        null,
        false);
  }

  /** A line without what only few readers ask for. */
  public LedgerLine(
      Instant time,
      String source,
      String id,
      String sourceAccount,
      String principal,
      String provider,
      String model,
      String region,
      PriceClass priceClass,
      Quantities quantities,
      UUID batchId) {
    this(
        time,
        source,
        id,
        sourceAccount,
        principal,
        provider,
        model,
        region,
        priceClass,
        quantities,
        batchId,
        null,
        null,
        null,
        null,
        Labels.NONE);
  }
}
