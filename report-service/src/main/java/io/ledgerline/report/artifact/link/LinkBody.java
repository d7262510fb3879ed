package io.ledgerline.report.artifact.link;

/**
 * What a caller asks of a link.
 *
 * @param expiresIn ISO 8601 duration such as {@code PT1H}; absent for the configured one
 */
public record LinkBody(String expiresIn) {}
