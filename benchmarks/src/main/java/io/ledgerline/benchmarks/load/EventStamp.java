package io.ledgerline.benchmarks.load;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;

/**
 * New ids and times for events, as bytes to be copied: random UUIDs, and times that rise by a fixed
 * step. One thread at a time; the returned arrays are written anew by the next call.
 */
public final class EventStamp {
  static final int ID_LENGTH = 36;
  static final int TIME_LENGTH = 24;

  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  /** From one event to the next. */
  public static final long STEP_MILLIS = 5;

  private static final long SECOND = 1000;
  private static final long VERSION_MASK = 0xffff_ffff_ffff_0fffL;
  private static final long VERSION_4 = 0x4000L;
  private static final long VARIANT_MASK = 0x3fff_ffff_ffff_ffffL;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private final SplittableRandom random;
  private final byte[] id = new byte[ID_LENGTH];
  private final byte[] time = new byte[TIME_LENGTH];
  private long millis;
  private long secondInTime = Long.MIN_VALUE;

  /**
   * Begins with a time and a seed.
   *
   * @param first the time of the first event
   */
  public EventStamp(Instant first, long seed) {
    this.random = new SplittableRandom(seed);
    this.millis = first.truncatedTo(ChronoUnit.MILLIS).toEpochMilli();
  }

  /** A random UUID in its usual spelling. */
  byte[] nextId() {
    long high = random.nextLong() & VERSION_MASK | VERSION_4;
    long low = random.nextLong() & VARIANT_MASK | VARIANT;
    hex(high >>> 32, 8, 0);
    id[8] = '-';
    hex(high >>> 16, 4, 9);
    id[13] = '-';
    hex(high, 4, 14);
    id[18] = '-';
    hex(low >>> 48, 4, 19);
    id[23] = '-';
    hex(low, 12, 24);
    return id;
  }

  private void hex(long value, int digits, int at) {
    long rest = value;
    for (int i = at + digits - 1; i >= at; i--) {
      id[i] = HEX[(int) (rest & 0xf)];
      rest >>>= 4;
    }
  }

  /** The next time, such as {@code 2026-11-21T09:12:34.567Z}. */
  byte[] nextTime() {
    long now = millis;
    millis += STEP_MILLIS;
    long second = Math.floorDiv(now, SECOND);
    if (second != secondInTime) {
      secondInTime = second;
      byte[] text = Instant.ofEpochSecond(second).toString().getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(text, 0, time, 0, 19);
      time[19] = '.';
      time[23] = 'Z';
    }
    int part = (int) Math.floorMod(now, SECOND);
    time[20] = (byte) ('0' + part / 100);
    time[21] = (byte) ('0' + part / 10 % 10);
    time[22] = (byte) ('0' + part % 10);
    return time;
  }
}
