package io.ledgerline.ingest.ledger.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.SortedMap;
import java.util.UUID;

/**
 * What was used in a quarter hour, of one kind.
 *
 * @param time start of the quarter hour
 * @param sourceAccount account at the source
 * @param principalId who did it, by surrogate; absent when unknown, like what follows
 * @param workspace where the source has one
 * @param project where the source has one
 * @param provider who provides the service
 * @param model the model's id at the provider
 * @param region where
 * @param operation what was called
 * @param priceClass what the price depends on besides model and meter
 * @param tags those that were asked for
 * @param above the highest of the steps that were asked for and that each of the requests is larger
 *     than; absent when there is none
 * @param quantities sums by meter; what was taken back counts negatively
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record QuarterSum(
    Instant time,
    String sourceAccount,
    UUID principalId,
    String workspace,
    String project,
    String provider,
    String model,
    String region,
    String operation,
    SortedMap<String, String> priceClass,
    SortedMap<String, String> tags,
    Integer above,
    SortedMap<String, BigDecimal> quantities) {}
