package io.ledgerline.ingest.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.SortedMap;
import java.util.UUID;

/**
 * An event of the ledger that counts, as an inlet shows it in its own words.
 *
 * @param time when it was used
 * @param id the source's own id
 * @param sourceAccount account at the source
 * @param principal who did it, by name; null when unknown or erased
 * @param principalId who did it, by surrogate; null when unknown
 * @param provider null when it does not apply, like the next two
 * @param model the model's id at the provider
 * @param operation what was called
 * @param quantities how much, by meter
 * @param attributes further names and values
 * @param sealNo up to which watermark it does not count
 */
public record RecordedEvent(
    Instant time,
    String id,
    String sourceAccount,
    String principal,
    UUID principalId,
    String provider,
    String model,
    String operation,
    SortedMap<String, BigDecimal> quantities,
    SortedMap<String, String> attributes,
    long sealNo) {}
