package io.ledgerline.report.ledger;

import java.io.IOException;

/** The events of a period at a watermark, sorted by time, source and id. */
@FunctionalInterface
public interface LedgerDetail {
  /** Gives every event to {@code taker}, once and in order; blocks until the last. */
  void forEach(Taker taker) throws IOException;

  /** Takes events. */
  @FunctionalInterface
  interface Taker {
    /** Takes the next event. */
    void take(LedgerLine line) throws IOException;
  }
}
