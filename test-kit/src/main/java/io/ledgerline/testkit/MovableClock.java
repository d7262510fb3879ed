package io.ledgerline.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it. Safe for several threads. */
public final class MovableClock extends Clock {
  private final AtomicReference<Instant> now;
  private final ZoneId zone;

  private MovableClock(AtomicReference<Instant> now, ZoneId zone) {
    this.now = now;
    this.zone = zone;
  }

  /** A clock in UTC that shows {@code now}. */
  public static MovableClock at(Instant now) {
    return new MovableClock(new AtomicReference<>(now), ZoneOffset.UTC);
  }

  /** Sets the time, forwards or back. */
  public void set(Instant time) {
    now.set(time);
  }

  /** Moves the time on, or back by a negative amount. */
  public void advance(Duration amount) {
    now.updateAndGet(time -> time.plus(amount));
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  /** The same clock seen in another zone: it moves with this one. */
  @Override
  public Clock withZone(ZoneId other) {
    return new MovableClock(now, other);
  }
}
