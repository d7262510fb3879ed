package io.ledgerline.report.report.making;

/**
 * The rollups of what was before a run's period lack batches of the ledger: where prices add up,
 * what is used next would be charged wrongly. They may come yet.
 */
class RollupsBehindException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RollupsBehindException(int missing) {
    super("the rollups of what was used before the period lack %d batches".formatted(missing));
  }
}
