package io.ledgerline.report.rating.rest;

import java.time.Instant;

/**
 * What is to be rated again.
 *
 * @param from inclusive, a UTC quarter hour
 * @param to exclusive, a UTC quarter hour, at most 400 days later
 * @param knownAt what the books knew then; null for what they know now
 */
public record PreviewBody(Instant from, Instant to, Instant knownAt) {}
