package io.ledgerline.report.directory.rest;

/**
 * How often a source is expected.
 *
 * @param expectedEverySeconds null for never
 */
public record ExpectationBody(Long expectedEverySeconds) {}
