package io.ledgerline.ingest.ledger.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.UUID;

/**
 * What one source says of a day, account, principal, provider and operation.
 *
 * @param day calendar day in UTC of the charge time
 * @param sourceAccount account at the source
 * @param principal who did it, by name; absent when unknown or erased
 * @param principalId who did it, by surrogate; absent when unknown
 * @param provider absent when it does not apply, like the next
 * @param operation what was called
 * @param events how many count: what was taken back counts negatively
 * @param quantities sums by meter, signed likewise
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DailySum(
    LocalDate day,
    String sourceAccount,
    String principal,
    UUID principalId,
    String provider,
    String operation,
    long events,
    SortedMap<String, BigDecimal> quantities) {}
