package io.ledgerline.ingest.ledger.intern;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Remembers what stands for a word and asks the database only for those it does not remember. Holds
 * a bounded number and forgets what was not used for longest. Thread-safe.
 *
 * @param <K> the word
 * @param <V> what stands for it
 */
final class Interner<K, V> {
  private final Map<K, V> known;
  private final Function<List<K>, Uni<Map<K, V>>> database;
  private volatile int forgotten;

  /**
   * Makes an interner.
   *
   * @param size most words to remember
   * @param database interns words and answers for every one of them; called without repeats
   */
  Interner(int size, Function<List<K>, Uni<Map<K, V>>> database) {
    this.known = new LeastRecentlyUsed<>(size);
    this.database = database;
  }

  /** What stands for each of the words. */
  Uni<Map<K, V>> resolve(Set<K> words) {
    Map<K, V> found = HashMap.newHashMap(words.size());
    List<K> missing = recall(words, found);
    if (missing.isEmpty()) {
      return Uni.createFrom().item(found);
    }
    int era = era();
    return database.apply(missing).map(interned -> with(found, missing, interned, era));
  }

  /** Remembers nothing any more. */
  void forget() {
    synchronized (known) {
      known.clear();
      forgotten = forgotten + 1;
    }
  }

  /** How often everything was forgotten. */
  int era() {
    return forgotten;
  }

  private List<K> recall(Collection<K> words, Map<K, V> found) {
    List<K> missing = new ArrayList<>();
    synchronized (known) {
      for (K word : words) {
        V value = known.get(word);
        if (value == null) {
          missing.add(word);
        } else {
          found.put(word, value);
        }
      }
    }
    return missing;
  }

  /** Remembers nothing that was asked for before everything was forgotten. */
  private Map<K, V> with(Map<K, V> found, List<K> missing, Map<K, V> interned, int era) {
    for (K word : missing) {
      if (interned.get(word) == null) {
        throw new IllegalStateException("the database did not intern a word");
      }
    }
    found.putAll(interned);
    synchronized (known) {
      if (era == forgotten) {
        known.putAll(interned);
      }
    }
    return found;
  }

  private static final class LeastRecentlyUsed<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;
    private final int size;

    LeastRecentlyUsed(int size) {
      super(16, 0.75f, true);
      this.size = size;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > size;
    }
  }
}
