package io.ledgerline.report.book;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The entries of one kind as they were known at one instant. Immutable and safe for any thread; a
 * look-up touches only the versions of its key, however large the book.
 *
 * @param <K> kind of key
 * @param <V> kind of value
 */
public final class Register<K, V> {
  private static final Provenance SUPPOSED = new Provenance("supposed", "supposed");

  private final Instant knownAt;
  private final Map<K, Timeline<K, V>> timelines;

  /**
   * Builds the index.
   *
   * @param knownAt entries learnt later are left out
   * @param all in any order
   */
  public Register(Instant knownAt, Collection<Entry<K, V>> all) {
    this(knownAt, timelines(knownAt, all));
  }

  private Register(Instant knownAt, Map<K, Timeline<K, V>> timelines) {
    this.knownAt = knownAt;
    this.timelines = timelines;
  }

  private static <K, V> Map<K, Timeline<K, V>> timelines(
      Instant knownAt, Collection<Entry<K, V>> all) {
    Map<K, List<Entry<K, V>>> byKey = new HashMap<>();
    for (Entry<K, V> entry : all) {
      if (!entry.knownSince().isAfter(knownAt)) {
        byKey.computeIfAbsent(entry.key(), key -> new ArrayList<>(1)).add(entry);
      }
    }
    Map<K, Timeline<K, V>> timelines = HashMap.newHashMap(byKey.size());
    byKey.forEach((key, entries) -> timelines.put(key, new Timeline<>(entries)));
    return timelines;
  }

  /** The instant whose knowledge this is. */
  public Instant knownAt() {
    return knownAt;
  }

  /** The same knowledge, looked at from {@code later}: nothing was learnt in between. */
  public Register<K, V> seenFrom(Instant later) {
    return new Register<>(later, timelines);
  }

  /**
   * This register with what was learnt after it, as known once the last of it was; what is touched
   * by none of it is not looked at again.
   *
   * @param later entries of any number, all learnt after {@link #knownAt}
   */
  public Register<K, V> learning(Collection<Entry<K, V>> later) {
    if (later.isEmpty()) {
      return this;
    }
    Map<K, List<Entry<K, V>>> touched = new HashMap<>();
    Instant last = knownAt;
    for (Entry<K, V> entry : later) {
      if (!entry.knownSince().isAfter(knownAt)) {
        throw new IllegalArgumentException(entry.id() + " was not learnt after " + knownAt);
      }
      last = entry.knownSince().isAfter(last) ? entry.knownSince() : last;
      touched.computeIfAbsent(entry.key(), key -> new ArrayList<>(versions(key))).add(entry);
    }
    return new Register<>(last, with(touched));
  }

  private Map<K, Timeline<K, V>> with(Map<K, List<Entry<K, V>>> touched) {
    Map<K, Timeline<K, V>> more = new HashMap<>(timelines);
    touched.forEach((key, entries) -> more.put(key, new Timeline<>(entries)));
    return more;
  }

  /** All keys that were ever spoken of, withdrawn ones too. */
  public Set<K> keys() {
    return Collections.unmodifiableSet(timelines.keySet());
  }

  /** Every entry, by key in no order, of a key the one learnt last first. */
  public Stream<Entry<K, V>> entries() {
    return timelines.values().stream().flatMap(timeline -> timeline.versions().stream());
  }

  /** What counts for {@code key} at {@code time}; empty when nothing does or it is withdrawn. */
  public Optional<Entry<K, V>> at(K key, Instant time) {
    return latest(key, time).filter(entry -> !entry.isWithdrawal());
  }

  /** The version learnt last of those valid at {@code time}, a withdrawal too. */
  public Optional<Entry<K, V>> latest(K key, Instant time) {
    Timeline<K, V> timeline = timelines.get(key);
    return timeline == null ? Optional.empty() : Optional.ofNullable(timeline.at(time));
  }

  /** All versions of {@code key}, the one learnt last first. */
  public List<Entry<K, V>> versions(K key) {
    Timeline<K, V> timeline = timelines.get(key);
    return timeline == null ? List.of() : timeline.versions();
  }

  /** When {@code key} says something, and what; in order of time, without withdrawn times. */
  public List<Span<K, V>> spans(K key) {
    Timeline<K, V> timeline = timelines.get(key);
    return timeline == null ? List.of() : timeline.spans();
  }

  /** Whether {@code key} says {@code value} all through {@code over}; null for nothing at all. */
  public boolean saysAllThrough(K key, V value, Validity over) {
    Timeline<K, V> timeline = timelines.get(key);
    return timeline == null ? value == null : timeline.saysAllThrough(value, over);
  }

  /** The first thing that {@code key} says within {@code over}. */
  public Optional<Entry<K, V>> firstWithin(K key, Validity over) {
    Timeline<K, V> timeline = timelines.get(key);
    return timeline == null ? Optional.empty() : Optional.ofNullable(timeline.firstWithin(over));
  }

  /**
   * This register as it would be once it had learnt {@code drafts}, for checks of what they lead
   * to. Their ids are made up: the draft's place in the list.
   */
  public Register<K, V> supposing(List<Draft<K, V>> drafts) {
    Instant then = knownAt.plus(1, ChronoUnit.MICROS);
    Map<K, List<Entry<K, V>>> touched = new HashMap<>();
    for (int i = 0; i < drafts.size(); i++) {
      Draft<K, V> draft = drafts.get(i);
      touched
          .computeIfAbsent(draft.key(), key -> new ArrayList<>(versions(key)))
          .add(
              new Entry<>(
                  new UUID(0, i), draft.key(), draft.value(), draft.validity(), then, SUPPOSED));
    }
    return new Register<>(then, with(touched));
  }
}
