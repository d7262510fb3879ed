package io.ledgerline.benchmarks.load;

import java.util.concurrent.atomic.AtomicLong;

/**
 * As fast as the whole pipe takes it: calls begin while fewer than so many events are somewhere
 * between the sender and the pipe's end. What is behind can so never grow beyond that.
 */
public final class Window implements Pace {
  private static final long ASK_NANOS = 2_000_000;

  private final long most;
  private final AtomicLong begun = new AtomicLong();
  private final AtomicLong answered = new AtomicLong();
  private volatile long arrived;

  /** At most so many events on their way. */
  public Window(long most) {
    this.most = most;
  }

  /** Tells how many of the events have come out at the pipe's end so far. */
  public void arrived(long events) {
    arrived = Math.max(arrived, events);
  }

  /** How many events have been taken so far, as the answers say. */
  public long answered() {
    return answered.get();
  }

  @Override
  public void answered(int events) {
    answered.addAndGet(events);
  }

  @Override
  public boolean mayStart(long now) {
    return begun.get() - arrived < most;
  }

  @Override
  public long start(long now, int events) {
    begun.addAndGet(events);
    return now;
  }

  @Override
  public long askAgain(long now) {
    return now + ASK_NANOS;
  }
}
