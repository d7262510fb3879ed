package io.ledgerline.ingest.ledger.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * Three sides of one hour; plain decimals.
 *
 * @param hour where it begins, UTC
 * @param sourceAccount where usage came from
 * @param meter which; null for the number of events
 * @param accepted what was answered {@code recorded}, noted when it was committed
 * @param inLedger counted from the rows
 * @param published counted from the rows of batches that the broker has taken
 * @param archived true when the month's rows were archived and dropped, so that the ledger has what
 *     was accepted and no more; else absent
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HourLine(
    Instant hour,
    String sourceAccount,
    String meter,
    String accepted,
    String inLedger,
    String published,
    Boolean archived) {}
