package io.ledgerline.report.rollup.store;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Remembers the numbers that stand for words, and asks the database only for those it does not
 * remember. Bounded: the word not used for longest is forgotten first. Thread-safe.
 *
 * @param <K> the word
 * @param <N> its number, the same for ever
 */
final class Interner<K, N> {
  private final Map<K, N> known;
  private final Function<List<K>, Uni<Map<K, N>>> database;

  Interner(int size, Function<List<K>, Uni<Map<K, N>>> database) {
    this.database = database;
    this.known =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, N> eldest) {
            return size() > size;
          }
        };
  }

  /** The number of each word; words without one get it. */
  Uni<Map<K, N>> numbers(Collection<K> words) {
    Map<K, N> found = new HashMap<>();
    List<K> missing = new ArrayList<>();
    synchronized (known) {
      for (K word : words) {
        N number = known.get(word);
        if (number == null) {
          missing.add(word);
        } else {
          found.put(word, number);
        }
      }
    }
    return missing.isEmpty()
        ? Uni.createFrom().item(found)
        : database.apply(missing).map(made -> complete(found, missing, made));
  }

  /** The numbers of words as they stand, each looked up once; null when any has none yet. */
  List<N> known(List<K> words) {
    List<N> numbers = new ArrayList<>(words.size());
    synchronized (known) {
      for (K word : words) {
        N number = known.get(word);
        if (number == null) {
          return null;
        }
        numbers.add(number);
      }
    }
    return numbers;
  }

  private Map<K, N> complete(Map<K, N> found, List<K> missing, Map<K, N> made) {
    if (!made.keySet().containsAll(missing)) {
      throw new IllegalStateException("the database has no number for some words");
    }
    synchronized (known) {
      known.putAll(made);
    }
    found.putAll(made);
    return found;
  }
}
