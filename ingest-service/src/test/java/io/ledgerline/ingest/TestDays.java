package io.ledgerline.ingest;

import java.time.Duration;
import java.time.Instant;

/**
 * Days from 2003 to 2016 for tests that count what lies in a span of time: each is given out once,
 * so that no other test writes to it.
 */
public final class TestDays {
  private static final Instant FIRST = Instant.parse("2003-01-01T00:00:00Z");

  /** In a system property, as each restart of the service under test loads the classes anew. */
  private static final String NEXT = "ledgerline.test.next-day";

  private TestDays() {}

  /** A day. */
  public static Instant next() {
    return next(1);
  }

  /** The first of so many days in a row. */
  public static Instant next(int days) {
    synchronized (System.getProperties()) {
      int day = Integer.getInteger(NEXT, 0);
      System.setProperty(NEXT, Integer.toString(day + days));
      return FIRST.plus(Duration.ofDays(day));
    }
  }
}
