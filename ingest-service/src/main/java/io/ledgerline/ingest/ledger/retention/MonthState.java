package io.ledgerline.ingest.ledger.retention;

/**
 * How far a month of the ledger is on its way out. It never goes back, but for one that was dropped
 * and is read back from its archive: that is ARCHIVED again.
 */
public enum MonthState {
  /** Takes events. */
  OPEN,
  /** Refuses events; batches of it are still to be sealed or confirmed. */
  CLOSING,
  /** Will never change; all its batches are sealed and confirmed. */
  CLOSED,
  /** Lies whole in the object store, too. */
  ARCHIVED,
  /** A table apart, or about to be; questions to the ledger no longer find it. */
  DETACHED,
  /** Only its batches with their digests, its identity keys and its archive are left. */
  DROPPED;

  /** Whether questions to the ledger find its rows. */
  public boolean isInLedger() {
    return compareTo(DETACHED) < 0;
  }
}
