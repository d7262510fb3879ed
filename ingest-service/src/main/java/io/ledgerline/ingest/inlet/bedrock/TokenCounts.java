package io.ledgerline.ingest.inlet.bedrock;

import io.ledgerline.contracts.usage.Quantity;

/**
 * Tokens of one call; each is null when the record does not say. The three input counts do not
 * overlap.
 *
 * @param input uncached input
 * @param cacheRead input read from a prompt cache
 * @param cacheWrite input written to a prompt cache
 * @param output output
 */
public record TokenCounts(
    Quantity input, Quantity cacheRead, Quantity cacheWrite, Quantity output) {}
