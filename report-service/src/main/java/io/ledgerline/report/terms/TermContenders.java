package io.ledgerline.report.terms;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds the matches that contend with one, without a look at those that cannot: what both name has
 * to be the same, so that it is looked up by that. Only patterns of models are compared one by one.
 * Not safe for several threads.
 */
final class TermContenders {
  private final Map<Shape, List<TermMatch>> byShape = new HashMap<>();
  private final Map<Shared, Map<List<String>, List<TermMatch>>> byShared = new HashMap<>();

  TermContenders(Collection<TermMatch> matches) {
    for (TermMatch match : matches) {
      byShape.computeIfAbsent(Shape.of(match), shape -> new ArrayList<>()).add(match);
    }
  }

  /** Those that contend with a match. */
  Stream<TermMatch> of(TermMatch match) {
    Shape mine = Shape.of(match);
    return byShape.keySet().stream()
        .filter(shape -> shape.named() == mine.named())
        .flatMap(shape -> alike(shape, mine, match).stream())
        .filter(match::contends);
  }

  private List<TermMatch> alike(Shape shape, Shape mine, TermMatch match) {
    Shared shared = new Shared(shape, shape.inCommon(mine));
    return byShared
        .computeIfAbsent(shared, this::index)
        .getOrDefault(values(match, shared.names()), List.of());
  }

  private Map<List<String>, List<TermMatch>> index(Shared shared) {
    Map<List<String>, List<TermMatch>> index = new HashMap<>();
    for (TermMatch match : byShape.get(shared.shape())) {
      index.computeIfAbsent(values(match, shared.names()), values -> new ArrayList<>(1)).add(match);
    }
    return index;
  }

  private static List<String> values(TermMatch match, BitSet names) {
    List<String> all = match.values();
    return names.stream().mapToObj(all::get).toList();
  }

  /** Matches of one shape name the same things. */
  private record Shape(BitSet names, boolean pattern) {
    static Shape of(TermMatch match) {
      BitSet names = new BitSet();
      List<String> values = match.values();
      for (int i = 0; i < values.size(); i++) {
        names.set(i, values.get(i) != null);
      }
      return new Shape(names, match.hasPattern());
    }

    int named() {
      return names.cardinality();
    }

    /** What two matches have to say alike if they are to meet. */
    BitSet inCommon(Shape other) {
      BitSet common = (BitSet) names.clone();
      common.and(other.names);
      if (pattern || other.pattern) {
        common.clear(TermMatch.MODEL_AT);
      }
      return common;
    }
  }

  private record Shared(Shape shape, BitSet names) {}
}
