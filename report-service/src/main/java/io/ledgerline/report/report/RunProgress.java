package io.ledgerline.report.report;

/**
 * How far a run has come.
 *
 * @param step what it does, such as {@code reading}
 * @param done of {@code total}
 * @param total 0 when unknown
 */
public record RunProgress(String step, long done, long total) {}
