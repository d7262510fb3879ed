package io.ledgerline.report.pricing;

/**
 * A name under which a price was looked for.
 *
 * @param name the name
 * @param rule what led to it
 */
public record TriedName(String name, ModelRule rule) {}
