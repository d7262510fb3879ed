package io.ledgerline.report.book;

/**
 * Where an entry comes from.
 *
 * @param source the list, for people
 * @param enteredBy the key, or part of the system, that brought it
 */
public record Provenance(String source, String enteredBy) {}
