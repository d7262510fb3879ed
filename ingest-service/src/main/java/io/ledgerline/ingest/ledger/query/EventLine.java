package io.ledgerline.ingest.ledger.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.SortedMap;
import java.util.UUID;

/**
 * One event of the ledger in full.
 *
 * @param time charge time
 * @param source who said it
 * @param id the source's own id
 * @param sourceAccount account at the source
 * @param principal who did it, by name; absent when unknown or erased
 * @param principalId who did it, by surrogate
 * @param workspace where the source has one
 * @param project where the source has one
 * @param provider who provides the service
 * @param model the model's id at the provider
 * @param region where
 * @param operation what was called
 * @param priceClass what the price depends on besides model and meter
 * @param quantities how much, by meter
 * @param tags names and values for attribution
 * @param batchId the batch it was committed with
 * @param resource what it brings samples of, by its attribute of that name; absent when it has none
 * @param ended true when that resource is gone from then on; else absent
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventLine(
    Instant time,
    String source,
    String id,
    String sourceAccount,
    String principal,
    UUID principalId,
    String workspace,
    String project,
    String provider,
    String model,
    String region,
    String operation,
    SortedMap<String, String> priceClass,
    SortedMap<String, BigDecimal> quantities,
    SortedMap<String, String> tags,
    UUID batchId,
    String resource,
    Boolean ended) {}
