package io.ledgerline.report.book;

import java.util.Objects;

/**
 * What a draft does to the book.
 *
 * @param index the draft's place among those that came with it, from 0
 * @param draft what is laid down
 * @param kind what that does
 * @param before what its key said so far, at the first moment within the draft's validity at which
 *     it said anything; null when it said nothing
 * @param <K> kind of key
 * @param <V> kind of value
 */
public record Change<K, V>(int index, Draft<K, V> draft, Kind kind, Entry<K, V> before) {
  /** What a draft does. */
  public enum Kind {
    /** The book said nothing for this key at this time. */
    ADDED,
    /** The book said something else, at least for a part of the time. */
    CHANGED,
    /** The book said something and now is silent. */
    WITHDRAWN,
    /** The book says just this already, all through the time: nothing is written. */
    UNCHANGED
  }

  /** Checks that draft and kind are there. */
  public Change {
    Objects.requireNonNull(draft, "draft");
    Objects.requireNonNull(kind, "kind");
  }

  /** What {@code draft} does to {@code book}. */
  public static <K, V> Change<K, V> of(Register<K, V> book, int index, Draft<K, V> draft) {
    Entry<K, V> before = book.firstWithin(draft.key(), draft.validity()).orElse(null);
    Kind kind;
    if (book.saysAllThrough(draft.key(), draft.value(), draft.validity())) {
      kind = Kind.UNCHANGED;
    } else if (draft.isWithdrawal()) {
      kind = Kind.WITHDRAWN;
    } else {
      kind = before == null ? Kind.ADDED : Kind.CHANGED;
    }
    return new Change<>(index, draft, kind, before);
  }

  /** Whether the book becomes another. */
  public boolean isNew() {
    return kind != Kind.UNCHANGED;
  }
}
