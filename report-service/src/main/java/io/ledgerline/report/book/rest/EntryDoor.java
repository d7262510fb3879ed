package io.ledgerline.report.book.rest;

import io.ledgerline.report.book.Entry;
import io.ledgerline.report.book.store.BookKind;
import java.util.function.Function;

/**
 * How a kind is told over HTTP.
 *
 * @param kind the kind
 * @param path its address, such as {@code /api/v1/discounts}
 * @param noun what one is called, such as {@code discount}
 * @param view how an entry is shown
 * @param key how a key is shown in an import's answer
 * @param value how a value is shown in an import's answer
 * @param <K> kind of key
 * @param <V> kind of value
 * @param <T> how an entry is shown
 */
public record EntryDoor<K, V, T>(
    BookKind<K, V> kind,
    String path,
    String noun,
    Function<Entry<K, V>, T> view,
    Function<K, Object> key,
    Function<V, Object> value) {}
