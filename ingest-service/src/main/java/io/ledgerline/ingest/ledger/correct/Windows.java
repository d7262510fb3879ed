package io.ledgerline.ingest.ledger.correct;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Spans of time that cover given seconds: few, so that there are few questions to the database, and
 * cut where the gaps are largest, so that little is looked at in vain.
 */
final class Windows {
  /** Most spans. */
  static final int MOST = 64;

  private Windows() {}

  /**
   * A span.
   *
   * @param from inclusive
   * @param to exclusive
   */
  record Window(Instant from, Instant to) {
    boolean contains(Instant time) {
      return !time.isBefore(from) && time.isBefore(to);
    }
  }

  /** Spans, in order and without overlap, that cover one second from each of the instants. */
  static List<Window> around(Collection<Instant> starts) {
    List<Instant> sorted = starts.stream().distinct().sorted().toList();
    List<Integer> ends =
        new ArrayList<>(
            IntStream.range(1, sorted.size())
                .filter(i -> gap(sorted, i) > 1)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> gap(sorted, i)).reversed())
                .limit(MOST - 1L)
                .sorted()
                .toList());
    List<Window> windows = new ArrayList<>();
    int start = 0;
    if (!sorted.isEmpty()) {
      ends.add(sorted.size());
    }
    for (int end : ends) {
      windows.add(new Window(sorted.get(start), sorted.get(end - 1).plusSeconds(1)));
      start = end;
    }
    return windows;
  }

  private static long gap(List<Instant> sorted, int i) {
    return sorted.get(i).getEpochSecond() - sorted.get(i - 1).getEpochSecond();
  }
}
