package io.ledgerline.report.book;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;

/**
 * One entry of a book. Never changed: at a time, of the entries with an equal key that are valid
 * then, the one that was learnt last counts; when that one is a withdrawal, the key says nothing
 * then.
 *
 * @param id its identity, shown on every line that rests on it
 * @param key what it is about
 * @param value what it lays down; null for a withdrawal
 * @param validity when it applies
 * @param knownSince when the system learnt it, set by the system and rising strictly from one
 *     transaction to the next
 * @param by where it comes from
 * @param <K> kind of key
 * @param <V> kind of value
 */
public record Entry<K, V>(
    UUID id, K key, V value, Validity validity, Instant knownSince, Provenance by) {
  /** Checks that all but the value is there. */
  public Entry {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(validity, "validity");
    Objects.requireNonNull(knownSince, "knownSince");
    Objects.requireNonNull(by, "by");
  }

  /** The entry learnt last first; ids make the order total. */
  public static <E extends Entry<?, ?>> Comparator<E> latestFirst() {
    return Comparator.<E, Instant>comparing(Entry::knownSince, Comparator.reverseOrder())
        .thenComparing(Entry::id);
  }

  /** Whether it takes back instead of laying down. */
  public boolean isWithdrawal() {
    return value == null;
  }
}
