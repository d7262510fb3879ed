package io.ledgerline.platform.schema;

/**
 * CDI event: the service's tables are there. Fired once, on a worker thread; work that needs tables
 * may start.
 *
 * @param version the schema's version after the migration; null for an empty one
 */
public record SchemaReady(String version) {}
