package io.ledgerline.report.report;

/**
 * Why a run failed.
 *
 * @param code stable kebab-case code
 * @param detail for a person
 */
public record RunFailure(String code, String detail) {}
