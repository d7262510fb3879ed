package io.ledgerline.report.reconciliation.hourly;

/**
 * How much one request looks into: what is beyond is counted, not named. Not safe for several
 * threads.
 */
final class Budget {
  private static final int BATCHES = 500;
  private static final long EVENTS = 2_000_000;

  /** Each of them proves the ledger's whole chain as well. */
  private static final int VERIFICATIONS = 10;

  private int verifications = VERIFICATIONS;
  private int batches = BATCHES;
  private long events = EVENTS;

  /** Whether one more batch may be read. */
  boolean takeBatch() {
    return batches-- > 0;
  }

  /** Whether one more event of the detail may be read. */
  boolean takeEvent() {
    return events-- > 0;
  }

  /** Whether one more hour of the ledger may be verified. */
  boolean takeVerification() {
    return verifications-- > 0;
  }
}
