package io.ledgerline.report.book.store;

import io.ledgerline.report.book.Changes;
import io.ledgerline.report.book.Entry;
import java.util.List;

/**
 * What became of drafts.
 *
 * @param changes what each does to the book, in their order
 * @param entries the entries made of those that change it, in their order; empty after a dry run
 * @param <K> kind of key
 * @param <V> kind of value
 */
public record Learnt<K, V>(Changes<K, V> changes, List<Entry<K, V>> entries) {}
