package io.ledgerline.report.book.store;

import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.DraftFault;
import io.ledgerline.report.book.Register;
import io.ledgerline.report.store.JsonColumns;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * A kind of entries that the book keeps: how they are stored, and what they have to obey among
 * themselves. Keys and values are records that write and read themselves as JSON and check
 * themselves; a native image has to be told of them (see {@code ColumnReflection}).
 *
 * @param <K> kind of key; equal keys write equal JSON
 * @param <V> kind of value
 */
public interface BookKind<K, V> {
  /** Its name in the table and in addresses, such as {@code exchange-rate}; never changed. */
  String name();

  /** The type of keys. */
  Class<K> keyType();

  /** The type of values. */
  Class<V> valueType();

  /**
   * One text for each key, by which lists are sorted: equal for equal keys and for no others,
   * without control characters. The key's JSON unless a kind says otherwise.
   */
  default String canonical(K key) {
    return JsonColumns.write(key);
  }

  /**
   * This kind with what its {@link #check} has to know of other kinds, read within the transaction
   * that is about to learn drafts. Itself unless a kind says otherwise.
   */
  default Uni<? extends BookKind<K, V>> within(BookTransaction transaction) {
    return Uni.createFrom().item(this);
  }

  /**
   * What is wrong with drafts that are about to be learnt. Called under the tenant's lock, so what
   * it sees is what will be there.
   *
   * @param book all that is known so far
   * @param drafts those that make another book of it, each sound in itself, no two of one key
   *     overlapping; {@link Register#supposing} shows what they lead to
   * @return the faults, each with its draft's place in {@code drafts}; empty when all is well
   */
  default List<DraftFault> check(Register<K, V> book, List<Draft<K, V>> drafts) {
    return List.of();
  }
}
