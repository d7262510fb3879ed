package io.ledgerline.report.pricing.store;

/**
 * Where prices come from.
 *
 * @param source the list, for people
 * @param enteredBy the key, or part of the system, that brought them
 */
public record Provenance(String source, String enteredBy) {}
