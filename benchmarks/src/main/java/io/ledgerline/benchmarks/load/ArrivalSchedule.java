package io.ledgerline.benchmarks.load;

/**
 * Calls at fixed instants, whether or not earlier ones have been answered. A call that begins late
 * because all connections were busy is measured from when it should have begun, so that a slow
 * server cannot hide its slowness by holding up the sender (coordinated omission).
 */
public final class ArrivalSchedule implements Pace {
  private static final long SECOND = 1_000_000_000L;

  private final double interval;
  private long first = -1;
  private long begun;

  /** So many calls a second. */
  public ArrivalSchedule(double callsPerSecond) {
    if (!(callsPerSecond > 0)) {
      throw new IllegalArgumentException("not a rate: " + callsPerSecond);
    }
    interval = SECOND / callsPerSecond;
  }

  @Override
  public boolean mayStart(long now) {
    if (first < 0) {
      first = now;
    }
    return due() <= now;
  }

  @Override
  public long start(long now, int events) {
    long due = due();
    begun++;
    return due;
  }

  @Override
  public long askAgain(long now) {
    return due();
  }

  private long due() {
    return first + (long) (begun * interval);
  }
}
