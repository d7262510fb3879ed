package io.ledgerline.report.pricing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Things by texts, found by the beginning of their text without looking at the others.
 *
 * @param <T> what is kept for a text
 */
final class NearTexts<T> {
  private final NavigableMap<String, T> byText = new TreeMap<>();

  /** What is kept for {@code text}, made when there is nothing yet. */
  T of(String text, Supplier<T> made) {
    return byText.computeIfAbsent(text, t -> made.get());
  }

  /** What is kept for texts that {@code text} begins with, or that begin with it. */
  List<T> near(String text) {
    List<T> near = new ArrayList<>();
    for (int length = 0; length < text.length(); length++) {
      T shorter = byText.get(text.substring(0, length));
      if (shorter != null) {
        near.add(shorter);
      }
    }
    for (Map.Entry<String, T> longer : byText.tailMap(text, true).entrySet()) {
      if (!longer.getKey().startsWith(text)) {
        break;
      }
      near.add(longer.getValue());
    }
    return near;
  }
}
