package io.ledgerline.platform.access.guess;

import io.ledgerline.platform.access.guess.Waits.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Failures by address or prefix, in bounded memory. Thread-safe. */
final class Tallies {
  private final Map<String, Tally> failures = new ConcurrentHashMap<>();
  private final Waits waits;
  private final int most;

  Tallies(Waits waits, int most) {
    this.waits = waits;
    this.most = most;
  }

  /** How long {@code who} has to wait. */
  Duration left(String who, Instant now) {
    Tally tally = failures.get(who);
    return tally == null ? Duration.ZERO : tally.left(now);
  }

  /** Notes a failure and tells how long {@code who} has to wait from now on. */
  Duration failed(String who, Instant now) {
    if (failures.size() >= most && !failures.containsKey(who)) {
      makeRoom(now);
    }
    return failures.compute(who, (key, before) -> waits.after(before, now)).left(now);
  }

  int size() {
    return failures.size();
  }

  /** Drops what is forgotten anyway; if that is nothing, those who failed least. */
  private synchronized void makeRoom(Instant now) {
    failures.values().removeIf(tally -> tally.isForgotten(now));
    for (int least = 1; failures.size() >= most && least <= waits.allowed(); least++) {
      int count = least;
      failures.values().removeIf(tally -> tally.count() <= count);
    }
    if (failures.size() >= most) {
      failures.clear();
    }
  }
}
