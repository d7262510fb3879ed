package io.ledgerline.report.book;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The entries of one kind as they were known at one instant. Immutable and safe for any thread; a
 * look-up touches only the versions of its key, however large the book.
 *
 * @param <K> kind of key
 * @param <V> kind of value
 */
public final class Register<K, V> {
  private final Instant knownAt;
  private final Map<K, List<Entry<K, V>>> versions;

  /**
   * Builds the index.
   *
   * @param knownAt entries learnt later are left out
   * @param all in any order
   */
  public Register(Instant knownAt, Collection<Entry<K, V>> all) {
    this.knownAt = knownAt;
    Map<K, List<Entry<K, V>>> byKey = new HashMap<>();
    for (Entry<K, V> entry : all) {
      if (!entry.knownSince().isAfter(knownAt)) {
        byKey.computeIfAbsent(entry.key(), key -> new ArrayList<>(1)).add(entry);
      }
    }
    byKey.values().forEach(list -> list.sort(Entry.latestFirst()));
    this.versions = byKey;
  }

  /** The instant whose knowledge this is. */
  public Instant knownAt() {
    return knownAt;
  }

  /** All keys that were ever spoken of, withdrawn ones too. */
  public Set<K> keys() {
    return Collections.unmodifiableSet(versions.keySet());
  }

  /** What counts for {@code key} at {@code time}; empty when nothing does or it is withdrawn. */
  public Optional<Entry<K, V>> at(K key, Instant time) {
    return latest(key, time).filter(entry -> !entry.isWithdrawal());
  }

  /** The version learnt last of those valid at {@code time}, a withdrawal too. */
  public Optional<Entry<K, V>> latest(K key, Instant time) {
    for (Entry<K, V> entry : versions.getOrDefault(key, List.of())) {
      if (entry.validity().contains(time)) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  /** All versions of {@code key}, the one learnt last first. */
  public List<Entry<K, V>> versions(K key) {
    return Collections.unmodifiableList(versions.getOrDefault(key, List.of()));
  }
}
