package io.ledgerline.report.rollup.rebuild;

/**
 * Why a rebuild failed, or waits.
 *
 * @param code stable, kebab-case
 * @param detail for a person
 */
public record RebuildFailure(String code, String detail) {}
