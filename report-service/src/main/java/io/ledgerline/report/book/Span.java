package io.ledgerline.report.book;

import java.util.Objects;

/**
 * A time during which an entry counts: its validity, less what was learnt later.
 *
 * @param when the time
 * @param entry what counts then; never a withdrawal
 * @param <K> kind of key
 * @param <V> kind of value
 */
public record Span<K, V>(Validity when, Entry<K, V> entry) {
  /** Checks that both are there. */
  public Span {
    Objects.requireNonNull(when, "when");
    Objects.requireNonNull(entry, "entry");
  }
}
