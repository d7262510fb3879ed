package io.ledgerline.report.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.SortedMap;

/**
 * An account at a source and what it used in a span; sums are decimal texts.
 *
 * @param sourceAccount as its source says it
 * @param firstUse start of the first quarter hour with usage; absent for none in the span
 * @param lastUse end of the last quarter hour with usage; absent for none in the span
 * @param events how many, less what was taken back
 * @param quantities by meter
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccountView(
    String sourceAccount,
    Instant firstUse,
    Instant lastUse,
    long events,
    SortedMap<String, String> quantities) {}
