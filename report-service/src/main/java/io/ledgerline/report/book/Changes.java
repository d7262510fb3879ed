package io.ledgerline.report.book;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What drafts that come together do to the book.
 *
 * @param list one for each draft, in their order
 * @param <K> kind of key
 * @param <V> kind of value
 */
public record Changes<K, V>(List<Change<K, V>> list) {
  /** Copies. */
  public Changes {
    list = List.copyOf(list);
  }

  /** What {@code drafts} do to {@code book}. */
  public static <K, V> Changes<K, V> between(Register<K, V> book, List<Draft<K, V>> drafts) {
    List<Change<K, V>> list = new ArrayList<>(drafts.size());
    for (Draft<K, V> draft : drafts) {
      list.add(Change.of(book, list.size(), draft));
    }
    return new Changes<>(list);
  }

  /** How many do this. */
  public long count(Change.Kind kind) {
    return list.stream().filter(change -> change.kind() == kind).count();
  }

  /** Those that make another book of it, in their order. */
  public List<Change<K, V>> fresh() {
    return list.stream().filter(Change::isNew).toList();
  }

  /**
   * The faults of drafts that speak of one key at one time: they come together, so none of them is
   * the later one. Each fault is of the draft that comes second.
   */
  public static <K, V> List<DraftFault> contradictions(List<Draft<K, V>> drafts) {
    Map<K, List<Integer>> byKey = new HashMap<>();
    for (int i = 0; i < drafts.size(); i++) {
      byKey.computeIfAbsent(drafts.get(i).key(), key -> new ArrayList<>(1)).add(i);
    }
    List<DraftFault> faults = new ArrayList<>();
    for (List<Integer> same : byKey.values()) {
      same.sort(Comparator.comparing(i -> drafts.get(i).validity().from()));
      int longest = same.getFirst();
      for (int next : same.subList(1, same.size())) {
        Validity before = drafts.get(longest).validity();
        if (before.overlaps(drafts.get(next).validity())) {
          faults.add(twice(Math.min(longest, next), Math.max(longest, next)));
        }
        longest = endsLater(drafts.get(next).validity(), before) ? next : longest;
      }
    }
    faults.sort(Comparator.comparingInt(DraftFault::index));
    return faults;
  }

  private static boolean endsLater(Validity a, Validity b) {
    return b.to() != null && (a.to() == null || a.to().isAfter(b.to()));
  }

  private static DraftFault twice(int first, int second) {
    return new DraftFault(
        second,
        "",
        "duplicate-entry",
        "Entry " + (first + 1) + " of this request speaks of the same, at an overlapping time.");
  }
}
