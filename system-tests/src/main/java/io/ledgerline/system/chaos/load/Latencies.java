package io.ledgerline.system.chaos.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How long answers took. For any number of threads. */
public final class Latencies {
  private static final int PERCENT = 100;

  private final List<Duration> all = new ArrayList<>();

  /** Notes one. */
  public synchronized void add(Duration taken) {
    all.add(taken);
  }

  /** How many there are. */
  public synchronized int count() {
    return all.size();
  }

  /** The time within which {@code percent} of all were answered; zero when there is none. */
  public synchronized Duration percentile(int percent) {
    if (all.isEmpty()) {
      return Duration.ZERO;
    }
    List<Duration> sorted = all.stream().sorted().toList();
    return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / PERCENT));
  }
}
