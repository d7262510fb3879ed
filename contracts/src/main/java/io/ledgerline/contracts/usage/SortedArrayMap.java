package io.ledgerline.contracts.usage;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * An immutable sorted map of very few entries: two arrays instead of a tree, because there is one
 * for every event.
 */
final class SortedArrayMap<K extends Comparable<K>, V> extends AbstractMap<K, V>
    implements SortedMap<K, V> {
  private final K[] keys;
  private final V[] values;

  /**
   * Takes both arrays over, sorting them.
   *
   * @param keys distinct
   * @throws IllegalArgumentException when two keys are equal
   */
  SortedArrayMap(K[] keys, V[] values) {
    this.keys = keys;
    this.values = values;
    for (int i = 1; i < keys.length; i++) {
      K key = keys[i];
      V value = values[i];
      int place = i;
      for (; place > 0 && keys[place - 1].compareTo(key) > 0; place--) {
        keys[place] = keys[place - 1];
        values[place] = values[place - 1];
      }
      keys[place] = key;
      values[place] = value;
    }
    for (int i = 1; i < keys.length; i++) {
      if (keys[i - 1].compareTo(keys[i]) == 0) {
        throw new IllegalArgumentException("a key is there twice");
      }
    }
  }

  /** The keys in their order. */
  List<K> keys() {
    return Collections.unmodifiableList(Arrays.asList(keys));
  }

  @Override
  @SuppressWarnings("unchecked")
  public V get(Object key) {
    int place = Arrays.binarySearch(keys, (K) key);
    return place < 0 ? null : values[place];
  }

  @Override
  public boolean containsKey(Object key) {
    return get(key) != null;
  }

  @Override
  public int size() {
    return keys.length;
  }

  @Override
  public void forEach(BiConsumer<? super K, ? super V> action) {
    for (int i = 0; i < keys.length; i++) {
      action.accept(keys[i], values[i]);
    }
  }

  @Override
  public Set<Entry<K, V>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Entry<K, V>> iterator() {
        return new Entries();
      }

      @Override
      public int size() {
        return keys.length;
      }
    };
  }

  private final class Entries implements Iterator<Entry<K, V>> {
    private int next;

    @Override
    public boolean hasNext() {
      return next < keys.length;
    }

    @Override
    public Entry<K, V> next() {
      if (next == keys.length) {
        throw new NoSuchElementException();
      }
      return Map.entry(keys[next], values[next++]);
    }
  }

  @Override
  public Comparator<? super K> comparator() {
    return null;
  }

  @Override
  public SortedMap<K, V> subMap(K from, K to) {
    return tree().subMap(from, to);
  }

  @Override
  public SortedMap<K, V> headMap(K to) {
    return tree().headMap(to);
  }

  @Override
  public SortedMap<K, V> tailMap(K from) {
    return tree().tailMap(from);
  }

  @Override
  public K firstKey() {
    return keys[0];
  }

  @Override
  public K lastKey() {
    return keys[keys.length - 1];
  }

  private SortedMap<K, V> tree() {
    return Collections.unmodifiableSortedMap(new TreeMap<>(this));
  }
}
