package io.ledgerline.report.book;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/**
 * All versions of one key, and which of them counts when. Finding what counts at a time is a binary
 * search, however many versions there are.
 */
final class Timeline<K, V> {
  private final List<Entry<K, V>> versions;

  /** From {@code starts[i]} to the next start {@code counting[i]} counts; null where none does. */
  private final Instant[] starts;

  private final List<Entry<K, V>> counting;

  /** Of the versions of a key, in any order. */
  Timeline(List<Entry<K, V>> unsorted) {
    versions = unsorted.stream().sorted(Entry.latestFirst()).toList();
    TreeMap<Instant, Entry<K, V>> painted = new TreeMap<>();
    for (Entry<K, V> entry : versions.reversed()) {
      paint(painted, entry);
    }
    starts = painted.keySet().toArray(Instant[]::new);
    counting = new ArrayList<>(painted.values());
  }

  /** Paints an entry over those that were learnt before it. */
  private static <K, V> void paint(TreeMap<Instant, Entry<K, V>> painted, Entry<K, V> entry) {
    Instant from = entry.validity().from();
    Instant to = entry.validity().to();
    if (to == null) {
      painted.tailMap(from, true).clear();
    } else {
      if (!painted.containsKey(to)) {
        var before = painted.lowerEntry(to);
        painted.put(to, before == null ? null : before.getValue());
      }
      painted.subMap(from, true, to, false).clear();
    }
    painted.put(from, entry);
  }

  /** The one learnt last first. */
  List<Entry<K, V>> versions() {
    return versions;
  }

  /** What counts at {@code time}, a withdrawal too; null when nothing does. */
  Entry<K, V> at(Instant time) {
    int i = indexAt(time);
    return i < 0 ? null : counting.get(i);
  }

  /** Whether it says {@code value} all through {@code over}; null means that it says nothing. */
  boolean saysAllThrough(V value, Validity over) {
    for (int i = indexAt(over.from()); i < starts.length && begins(i, over); i++) {
      Entry<K, V> entry = i < 0 ? null : counting.get(i);
      if (!Objects.equals(entry == null ? null : entry.value(), value)) {
        return false;
      }
    }
    return true;
  }

  /** The first entry that says something within {@code over}; null when none does. */
  Entry<K, V> firstWithin(Validity over) {
    for (int i = Math.max(0, indexAt(over.from())); i < starts.length && begins(i, over); i++) {
      Entry<K, V> entry = counting.get(i);
      if (entry != null && !entry.isWithdrawal()) {
        return entry;
      }
    }
    return null;
  }

  /** The times at which it says something, in order. */
  List<Span<K, V>> spans() {
    List<Span<K, V>> spans = new ArrayList<>(starts.length);
    for (int i = 0; i < starts.length; i++) {
      Entry<K, V> entry = counting.get(i);
      if (entry != null && !entry.isWithdrawal()) {
        Instant to = i + 1 < starts.length ? starts[i + 1] : null;
        spans.add(new Span<>(new Validity(starts[i], to), entry));
      }
    }
    return spans;
  }

  private boolean begins(int i, Validity over) {
    return i < 0 || over.to() == null || starts[i].isBefore(over.to());
  }

  /** The last start at or before {@code time}; -1 when all are later. */
  private int indexAt(Instant time) {
    int low = 0;
    int high = starts.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (starts[middle].isAfter(time)) {
        high = middle - 1;
      } else {
        low = middle + 1;
      }
    }
    return high;
  }
}
