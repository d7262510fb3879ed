package io.ledgerline.report.directory.change;

import io.ledgerline.contracts.QuarterHour;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.Span;
import io.ledgerline.report.book.Validity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/**
 * What a key says over time, to be changed from some time on: a sequence of steps, each of which
 * holds until the next. A change of one fact leaves what later steps say of other facts alone.
 *
 * @param <V> what it says; null for nothing
 */
public final class Course<V> {
  private final TreeMap<Instant, V> steps = new TreeMap<>();
  private final Map<Instant, V> said;

  /** Of what the book says. */
  public <K> Course(List<Span<K, V>> spans) {
    for (Span<K, V> span : spans) {
      steps.put(span.when().from(), span.entry().value());
      if (span.when().to() != null) {
        steps.put(span.when().to(), null);
      }
    }
    said = shortest();
  }

  /** Whether it says something else than the book does. */
  public boolean isChanged() {
    return !said.equals(shortest());
  }

  /** The steps that say something else than the one before. */
  private Map<Instant, V> shortest() {
    Map<Instant, V> shortest = new TreeMap<>();
    V before = null;
    for (Map.Entry<Instant, V> step : steps.entrySet()) {
      if (!Objects.equals(before, step.getValue())) {
        shortest.put(step.getKey(), step.getValue());
      }
      before = step.getValue();
    }
    return shortest;
  }

  /** What it says at {@code time}; null for nothing. */
  public V at(Instant time) {
    Map.Entry<Instant, V> step = steps.floorEntry(time);
    return step == null ? null : step.getValue();
  }

  /** What it says in the end; null for nothing. */
  public V last() {
    return steps.isEmpty() ? null : steps.lastEntry().getValue();
  }

  /** The first instant from which it says something; null when it never does. */
  public Instant first() {
    return steps.entrySet().stream()
        .filter(step -> step.getValue() != null)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  /**
   * Changes what it says, from the quarter hour of {@code moment} on.
   *
   * @param goesOn whether the change reaches into a step, by what the step before said and what
   *     this one says; the first it does not reach ends it
   * @param edit what a step says then; given and giving null for nothing
   */
  public void edit(Instant moment, BiPredicate<V, V> goesOn, UnaryOperator<V> edit) {
    Instant from = QuarterHour.of(moment).start();
    V before = at(from);
    steps.putIfAbsent(from, before);
    boolean first = true;
    for (Map.Entry<Instant, V> step : steps.tailMap(from, true).entrySet()) {
      V says = step.getValue();
      if (!first && !goesOn.test(before, says)) {
        return;
      }
      first = false;
      before = says;
      step.setValue(edit.apply(says));
    }
  }

  /** Says nothing before {@code moment}. */
  public void beginAt(Instant moment) {
    Instant from = QuarterHour.of(moment).start();
    V then = at(from);
    steps.headMap(from).replaceAll((start, says) -> null);
    steps.putIfAbsent(from, then);
  }

  /** What makes the book say just this; nothing when it does already. */
  public <K> List<Draft<K, V>> drafts(K key) {
    if (!isChanged()) {
      return List.of();
    }
    List<Draft<K, V>> drafts = new ArrayList<>(steps.size());
    for (Map.Entry<Instant, V> step : steps.entrySet()) {
      Instant next = steps.higherKey(step.getKey());
      drafts.add(new Draft<>(key, step.getValue(), new Validity(step.getKey(), next)));
    }
    return drafts;
  }
}
