package io.ledgerline.ingest.ledger.retention;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * What was decided or done, kept for ever.
 *
 * @param id its number
 * @param at when
 * @param month about which month; absent when it is about several
 * @param what stable kebab-case name
 * @param detail a sentence
 * @param actor the key of who did it, or {@code policy}
 */
@RegisterForReflection
public record RetentionDecision(
    long id, Instant at, String month, String what, String detail, String actor) {}
