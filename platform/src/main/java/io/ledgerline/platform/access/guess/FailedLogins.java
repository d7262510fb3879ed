package io.ledgerline.platform.access.guess;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts wrong keys between two looks of the audit log: thousands of tries are a few lines there.
 * Thread-safe.
 */
@Singleton
public class FailedLogins {
  /** Far more addresses than guess within a minute; the others are counted together. */
  private static final int MOST = 500;

  private static final Tried OTHERS = new Tried("others", null);

  private final Map<Tried, Count> counts = new ConcurrentHashMap<>();

  /**
   * What was tried, by whom.
   *
   * @param address the caller's; {@code others} for those beyond the bound
   * @param prefix of the key; null for what has none
   */
  public record Tried(String address, String prefix) {}

  /**
   * How often.
   *
   * @param wrong keys that were looked at and wrong
   * @param slowed tries that were refused unseen, as the address had to wait
   * @param first when the first was
   * @param last when the last was
   */
  public record Count(long wrong, long slowed, Instant first, Instant last) {
    private Count plus(Count other) {
      return new Count(wrong + other.wrong, slowed + other.slowed, first, other.last);
    }
  }

  /** What was tried how often. */
  public record Summary(Tried tried, Count count) {}

  void note(String address, String prefix, Instant at) {
    add(new Tried(address, prefix), new Count(1, 0, at, at));
  }

  void slowed(String address, Instant at) {
    add(new Tried(address, null), new Count(0, 1, at, at));
  }

  /** Takes what was counted since the last call; it is counted from zero again. */
  public List<Summary> take() {
    List<Summary> all = new ArrayList<>();
    for (Tried tried : List.copyOf(counts.keySet())) {
      Count count = counts.remove(tried);
      if (count != null) {
        all.add(new Summary(tried, count));
      }
    }
    return all;
  }

  private void add(Tried tried, Count one) {
    Tried under = counts.size() < MOST || counts.containsKey(tried) ? tried : OTHERS;
    counts.merge(under, one, Count::plus);
  }
}
