package io.ledgerline.report.rating;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Adds up rated lines of quarter hours to lines of a period, a page at a time: keeps the first ones
 * after a key in the order of keys, however many there are. A line that left the page never comes
 * back to it, so that what is on the page is whole. Not safe for several threads.
 */
public final class RatingFold implements Consumer<Outcome> {
  private static final int MOST_REMEMBERED = 100_000;

  private final Predicate<FoldKey> wanted;
  private final int most;
  private final TreeMap<FoldKey, FoldedLine> lines = new TreeMap<>();
  private final Map<Basis, FoldKey> keys = new IdentityHashMap<>();
  private boolean more;

  /**
   * Begins.
   *
   * @param wanted which lines are
   * @param most how many at most
   */
  public RatingFold(Predicate<FoldKey> wanted, int most) {
    this.wanted = wanted;
    this.most = most;
  }

  /** Everything. */
  public static RatingFold all() {
    return new RatingFold(key -> true, Integer.MAX_VALUE);
  }

  @Override
  public void accept(Outcome outcome) {
    if (!(outcome instanceof RatedLine line)) {
      return;
    }
    FoldKey key = key(line);
    if (!wanted.test(key)) {
      return;
    }
    FoldedLine before = lines.get(key);
    lines.put(key, before == null ? FoldedLine.of(key, line) : before.plus(line));
    if (lines.size() > most) {
      lines.pollLastEntry();
      more = true;
    }
  }

  /** Keys are remembered by basis: a digest for every line would cost more than its rating. */
  private FoldKey key(RatedLine line) {
    FoldKey known = keys.get(line.basis());
    if (known != null && known.isOf(line)) {
      return known;
    }
    if (keys.size() > MOST_REMEMBERED) {
      keys.clear();
    }
    FoldKey key = FoldKey.of(line);
    keys.put(line.basis(), key);
    return key;
  }

  /** The lines so far, by key. */
  public List<FoldedLine> lines() {
    return List.copyOf(lines.values());
  }

  /** Whether there are further ones after the last. */
  public boolean hasMore() {
    return more;
  }
}
