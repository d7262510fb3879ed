package io.ledgerline.report.terms;

import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.report.book.Entry;
import io.ledgerline.report.book.Register;
import io.ledgerline.report.pricing.Wildcards;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds the most specific term for usage. Terms that name the same things are found by their
 * values, so a look-up takes as long as there are such groups, not as there are terms.
 *
 * @param <V> what the terms say
 */
final class TermIndex<V> {
  private static final Comparator<TermMatch> MORE_LITERALS_FIRST =
      Comparator.<TermMatch>comparingInt(match -> -match.literals())
          .thenComparing(TermMatch::model);

  private final Register<TermMatch, V> register;
  private final List<Group> groups;

  TermIndex(Register<TermMatch, V> register) {
    this.register = register;
    Map<Shape, Group> byShape = new HashMap<>();
    for (TermMatch match : register.keys()) {
      byShape.computeIfAbsent(Shape.of(match), Group::new).add(match);
    }
    groups = byShape.values().stream().sorted(Comparator.comparing(g -> g.shape)).toList();
    groups.forEach(Group::sort);
  }

  /** The most specific that says something at {@code time}. */
  Optional<Entry<TermMatch, V>> find(Question asked, Instant time) {
    for (Group group : groups) {
      for (TermMatch match : group.candidates(asked)) {
        Optional<Entry<TermMatch, V>> entry = register.at(match, time);
        if (entry.isPresent()) {
          return entry;
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Usage, as far as terms depend on it.
   *
   * @param others account, cost centre, operation, provider's family and meter, in the order of
   *     {@link TermMatch#withoutModel}
   * @param model null when unknown
   */
  record Question(List<String> others, String model) {
    static Question of(
        String sourceAccount,
        String costCentre,
        String operation,
        String provider,
        String model,
        MeterName meter) {
      List<String> others = new ArrayList<>();
      others.add(sourceAccount);
      others.add(costCentre);
      others.add(operation);
      others.add(provider);
      others.add(meter.value());
      return new Question(others, model);
    }
  }

  /**
   * What terms name; the more specific come first.
   *
   * @param named for each thing but the model whether it is named
   * @param model how the model is named: 0 not at all, 1 as a pattern, 2 whole
   */
  private record Shape(List<Boolean> named, int model) implements Comparable<Shape> {
    private static final Comparator<Shape> ORDER =
        Comparator.comparingInt((Shape shape) -> -shape.count())
            .thenComparing(shape -> !shape.named.getFirst())
            .thenComparing(shape -> -shape.model)
            .thenComparing(shape -> shape.named.toString());

    static Shape of(TermMatch match) {
      int model = match.model() == null ? 0 : match.hasPattern() ? 1 : 2;
      return new Shape(match.withoutModel().stream().map(Objects::nonNull).toList(), model);
    }

    int count() {
      return (int) named.stream().filter(n -> n).count() + (model == 0 ? 0 : 1);
    }

    /** The values of what is named; null when usage lacks one of them. */
    List<String> key(List<String> others, String wholeModel) {
      List<String> key = new ArrayList<>(others.size() + 1);
      for (int i = 0; i < others.size(); i++) {
        if (named.get(i)) {
          if (others.get(i) == null) {
            return null;
          }
          key.add(others.get(i));
        }
      }
      if (model == 2) {
        key.add(wholeModel);
      }
      return key;
    }

    @Override
    public int compareTo(Shape other) {
      return ORDER.compare(this, other);
    }
  }

  /** Terms that name the same things. */
  private static final class Group {
    private final Shape shape;
    private final Map<List<String>, List<TermMatch>> byValues = new HashMap<>();

    Group(Shape shape) {
      this.shape = shape;
    }

    void add(TermMatch match) {
      List<String> key = shape.key(match.withoutModel(), match.model());
      byValues.computeIfAbsent(key, k -> new ArrayList<>(1)).add(match);
    }

    void sort() {
      if (shape.model == 1) {
        byValues.values().forEach(list -> list.sort(MORE_LITERALS_FIRST));
      }
    }

    List<TermMatch> candidates(Question asked) {
      if (shape.model != 0 && asked.model() == null) {
        return List.of();
      }
      List<String> key = shape.key(asked.others(), asked.model());
      List<TermMatch> found = key == null ? List.of() : byValues.getOrDefault(key, List.of());
      return shape.model == 1
          ? found.stream().filter(m -> Wildcards.fits(m.model(), asked.model())).toList()
          : found;
    }
  }
}
