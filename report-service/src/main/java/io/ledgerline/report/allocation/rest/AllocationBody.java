package io.ledgerline.report.allocation.rest;

import java.time.Instant;

/**
 * What is to be spread.
 *
 * @param from inclusive, a UTC quarter hour
 * @param to exclusive, a UTC quarter hour, at most 400 days later
 * @param knownAt what the books knew then; null for what they know now
 */
public record AllocationBody(Instant from, Instant to, Instant knownAt) {}
