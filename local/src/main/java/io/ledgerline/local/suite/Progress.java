package io.ledgerline.local.suite;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Tells the person at the terminal what happens, each line with the time since the start. */
public final class Progress {
  private final PrintWriter out;
  private final long start = System.nanoTime();

  /** Writes there. */
  public Progress(PrintWriter out) {
    this.out = out;
  }

  /** A line about one part. */
  public void part(String title, String what) {
    line(String.format(Locale.ROOT, "%6.1f s  %-15s %s", seconds(since()), title, what));
  }

  /** A line as it is. */
  public synchronized void line(String text) {
    out.println(text);
    out.flush();
  }

  /** The time since this was made. */
  public Duration since() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** A duration for people, such as {@code 2.4 s}. */
  public static String text(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", seconds(time));
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }
}
