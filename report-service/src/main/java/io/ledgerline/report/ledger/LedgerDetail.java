package io.ledgerline.report.ledger;

import java.io.IOException;

/** The events of a period at a watermark, sorted by time, source and id. */
@FunctionalInterface
public interface LedgerDetail {
  /** Gives every event to {@code taker}, once and in order; blocks until the last. */
  void forEach(Taker taker) throws IOException;

  /**
   * Gives events, in order, until {@code taker} has enough; blocks until then.
   *
   * @return whether the end was reached
   */
  default boolean forEachWhile(WhileTaker taker) throws IOException {
    try {
      forEach(
          line -> {
            if (!taker.take(line)) {
              throw new EnoughException();
            }
          });
      return true;
    } catch (EnoughException e) {
      return false;
    }
  }

  /** Takes events as long as it wants more. */
  @FunctionalInterface
  interface WhileTaker {
    /** Takes the next event; false when it has enough. */
    boolean take(LedgerLine line) throws IOException;
  }

  /** Ends a reading before its end. */
  final class EnoughException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private EnoughException() {
      super("enough", null, false, false);
    }
  }

  /** Takes events. */
  @FunctionalInterface
  interface Taker {
    /** Takes the next event. */
    void take(LedgerLine line) throws IOException;
  }
}
