package io.ledgerline.report.pricing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Patterns by what names that fit begin with, or end with when the pattern begins with a star: a
 * look-up touches only those that share it.
 *
 * @param <T> what is kept for a pattern
 */
final class PatternIndex<T> {
  private final Map<String, Map<String, T>> byPrefix = new HashMap<>();
  private final Map<String, Map<String, T>> bySuffix = new HashMap<>();
  private final SortedSet<Integer> prefixLengths = new TreeSet<>();
  private final SortedSet<Integer> suffixLengths = new TreeSet<>();

  /** What is kept for {@code pattern}; null when nothing is. */
  T get(String pattern) {
    return bucket(pattern).get(pattern);
  }

  /** Keeps {@code value} for {@code pattern}. */
  void put(String pattern, T value) {
    bucket(pattern).put(pattern, value);
  }

  /** Tells {@code found} of every pattern that {@code name} fits. */
  void fitting(String name, Consumer<T> found) {
    for (int length : prefixLengths) {
      if (length <= name.length()) {
        tell(byPrefix.get(name.substring(0, length)), name, found);
      }
    }
    for (int length : suffixLengths) {
      if (length <= name.length()) {
        tell(bySuffix.get(name.substring(name.length() - length)), name, found);
      }
    }
  }

  private static <T> void tell(Map<String, T> bucket, String name, Consumer<T> found) {
    if (bucket != null) {
      bucket.forEach(
          (pattern, value) -> {
            if (Wildcards.fits(pattern, name)) {
              found.accept(value);
            }
          });
    }
  }

  private Map<String, T> bucket(String pattern) {
    String prefix = Wildcards.prefix(pattern);
    if (!prefix.isEmpty()) {
      prefixLengths.add(prefix.length());
      return byPrefix.computeIfAbsent(prefix, p -> new HashMap<>());
    }
    String suffix = Wildcards.suffix(pattern);
    suffixLengths.add(suffix.length());
    return bySuffix.computeIfAbsent(suffix, s -> new HashMap<>());
  }

  /** Everything that is kept. */
  List<T> all() {
    List<T> all = new ArrayList<>();
    byPrefix.values().forEach(bucket -> all.addAll(bucket.values()));
    bySuffix.values().forEach(bucket -> all.addAll(bucket.values()));
    return all;
  }
}
