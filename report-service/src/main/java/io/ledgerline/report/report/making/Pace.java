package io.ledgerline.report.report.making;

import java.time.Duration;
import java.util.function.LongConsumer;

/** Passes progress on at most once a second. Not safe for several threads. */
final class Pace implements LongConsumer {
  private static final long PAUSE = Duration.ofSeconds(1).toNanos();

  private final LongConsumer receiver;
  private long last = System.nanoTime();

  Pace(LongConsumer receiver) {
    this.receiver = receiver;
  }

  @Override
  public void accept(long done) {
    long now = System.nanoTime();
    if (now - last >= PAUSE) {
      last = now;
      receiver.accept(done);
    }
  }
}
