package io.ledgerline.benchmarks.load;

/**
 * When the next call begins. Asked by the load generator's one thread; times are those of {@link
 * System#nanoTime}.
 */
public interface Pace {
  /** Whether a call may begin now. */
  boolean mayStart(long now);

  /**
   * Lets a call begin.
   *
   * @return when it should have begun: its latency counts from there
   */
  long start(long now, int events);

  /** When to ask again if none may begin now. */
  long askAgain(long now);

  /** Hears that so many events have been taken, as an answer says. */
  default void answered(int events) {}

  /** As fast as answers come back: each connection sends again at once. */
  static Pace closedLoop() {
    return new Pace() {
      @Override
      public boolean mayStart(long now) {
        return true;
      }

      @Override
      public long start(long now, int events) {
        return now;
      }

      @Override
      public long askAgain(long now) {
        return now;
      }
    };
  }
}
