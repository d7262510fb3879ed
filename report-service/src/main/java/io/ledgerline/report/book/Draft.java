package io.ledgerline.report.book;

import java.util.Objects;

/**
 * What somebody wants to lay down, before the book has given it an identity.
 *
 * @param key what it is about; entries with equal keys are versions of one another
 * @param value what is laid down; null withdraws what the key says so far
 * @param validity when it applies
 * @param <K> kind of key, a record
 * @param <V> kind of value, a record
 */
public record Draft<K, V>(K key, V value, Validity validity) {
  /** Checks that key and validity are there. */
  public Draft {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(validity, "validity");
  }

  /** Whether it takes back instead of laying down. */
  public boolean isWithdrawal() {
    return value == null;
  }
}
