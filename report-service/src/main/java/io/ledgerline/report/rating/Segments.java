package io.ledgerline.report.rating;

import java.time.Instant;
import java.util.Arrays;
import java.util.SortedSet;

/** Time cut where a book's answers may change: within a segment they stay. */
final class Segments {
  private final Instant[] cuts;

  Segments(SortedSet<Instant> cuts) {
    this.cuts = cuts.toArray(Instant[]::new);
  }

  /** The segment that holds {@code time}. */
  Segment of(Instant time) {
    int at = Arrays.binarySearch(cuts, time);
    int next = at < 0 ? -at - 1 : at + 1;
    return new Segment(
        next == 0 ? Instant.MIN : cuts[next - 1], next == cuts.length ? Instant.MAX : cuts[next]);
  }

  /**
   * A span in which answers stay.
   *
   * @param from inclusive
   * @param to exclusive
   */
  record Segment(Instant from, Instant to) {
    /** Holds no time at all. */
    static final Segment NONE = new Segment(Instant.MAX, Instant.MAX);

    boolean contains(Instant time) {
      return !time.isBefore(from) && time.isBefore(to);
    }
  }
}
