package io.ledgerline.report.attribution;

import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.report.book.Entry;
import io.ledgerline.report.book.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The rules of one shape, by their values. Where they name models, one that names the whole model
 * comes before those that name how it begins, and the longest beginning first. Immutable once
 * built.
 */
final class RuleGroup {
  private static final Comparator<Integer> LONGEST_FIRST = Comparator.reverseOrder();

  private final List<String> names;
  private final boolean namesModel;
  private final Map<List<String>, List<Span<RuleMatch, RuleTarget>>> exact = new HashMap<>();
  private final Map<List<String>, List<Span<RuleMatch, RuleTarget>>> beginnings = new HashMap<>();
  private final TreeSet<Integer> lengths = new TreeSet<>(LONGEST_FIRST);

  RuleGroup(RuleShape shape) {
    this.names = shape.withoutModel();
    this.namesModel = shape.namesModel();
  }

  void add(RuleMatch match, List<Span<RuleMatch, RuleTarget>> spans) {
    List<String> key = new ArrayList<>(RuleShape.values(match, names));
    if (!match.isModelPattern()) {
      if (namesModel) {
        key.add(match.model());
      }
      exact.put(key, spans);
    } else {
      key.add(match.modelStart());
      beginnings.put(key, spans);
      lengths.add(match.modelStart().length());
    }
  }

  /** Gives the rules that usage matches at a time, the closest first. */
  void forEachMatch(Dimensions usage, Instant time, Consumer<Entry<RuleMatch, RuleTarget>> taker) {
    String model = usage.model();
    if (namesModel && model == null) {
      return;
    }
    List<String> key = RuleShape.values(usage, names);
    if (key == null) {
      return;
    }
    if (!namesModel) {
      give(exact.get(key), time, taker);
      return;
    }
    key.add(model);
    give(exact.get(key), time, taker);
    for (int length : lengths) {
      if (length <= model.length()) {
        key.set(key.size() - 1, model.substring(0, length));
        give(beginnings.get(key), time, taker);
      }
    }
  }

  private static void give(
      List<Span<RuleMatch, RuleTarget>> spans,
      Instant time,
      Consumer<Entry<RuleMatch, RuleTarget>> taker) {
    if (spans != null) {
      for (Span<RuleMatch, RuleTarget> span : spans) {
        if (span.when().contains(time)) {
          taker.accept(span.entry());
          return;
        }
      }
    }
  }
}
