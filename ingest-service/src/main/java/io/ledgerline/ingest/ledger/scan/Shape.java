package io.ledgerline.ingest.ledger.scan;

/**
 * What sums need to know of a dimension set.
 *
 * @param tenant whose it is
 * @param sourceAccount where usage came from
 * @param meters numbers of its meters in their {@link Shapes}, in the order of a row's quantities
 * @param sign 1 when its rows add, -1 when they take back
 */
public record Shape(String tenant, String sourceAccount, int[] meters, int sign) {}
