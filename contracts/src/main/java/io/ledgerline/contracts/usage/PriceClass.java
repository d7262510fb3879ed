package io.ledgerline.contracts.usage;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.Texts;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the price of a request depends on besides its model and meter, such as {@code
 * image_size=512;image_quality=premium}. It is decided per request and is a dimension of rollups,
 * so that sums stay rateable.
 *
 * @param values at most 8 entries besides {@link #CONTEXT}; names of lower-case letters, digits and
 *     underscores; values of 1 to 64 characters without {@code ;}, so that the canonical text is
 *     unambiguous; sorted by name, immutable
 */
public record PriceClass(@JsonValue SortedMap<String, String> values) {
  /** Nothing but model and meter decides. */
  public static final PriceClass NONE = new PriceClass(new TreeMap<>());

  /**
   * The entry that tells how large the request was: the highest step of the context ladder below
   * its size. Where the source does not state it, report-service adds it to what it rolls up.
   */
  public static final String CONTEXT = "context";

  private static final int MAX_ENTRIES = 8;
  private static final int MAX_VALUE = 64;
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,30}");

  /** Checks and copies. */
  public PriceClass {
    if (values.size() > MAX_ENTRIES + (values.containsKey(CONTEXT) ? 1 : 0)) {
      throw new InvalidValueException(
          "priceClass",
          "too-many-price-classes",
          "A price class has at most " + MAX_ENTRIES + " entries besides '" + CONTEXT + "'.");
    }
    SortedMap<String, String> checked = new TreeMap<>();
    values.forEach(
        (name, value) -> {
          if (!NAME.matcher(name).matches()) {
            throw new InvalidValueException(
                "priceClass",
                "invalid-price-class",
                "Price class names are lower-case letters, digits and underscores.");
          }
          checked.put(name, checkedValue(name, value));
        });
    values = Collections.unmodifiableSortedMap(checked);
  }

  /** From any map; null means none. */
  @JsonCreator
  public static PriceClass of(Map<String, String> values) {
    return values == null || values.isEmpty() ? NONE : new PriceClass(new TreeMap<>(values));
  }

  /** The same with one more entry; an entry of that name is kept as it is. */
  public PriceClass withDefault(String name, String value) {
    if (values.containsKey(name)) {
      return this;
    }
    SortedMap<String, String> more = new TreeMap<>(values);
    more.put(name, value);
    return new PriceClass(more);
  }

  /** Canonical text, sorted, {@code name=value} joined by {@code ;}; empty for none. */
  @Override
  public String toString() {
    return values.entrySet().stream()
        .map(e -> e.getKey() + "=" + e.getValue())
        .collect(Collectors.joining(";"));
  }

  private static String checkedValue(String name, String value) {
    String field = "priceClass." + name;
    if (Texts.required(field, value, MAX_VALUE).indexOf(';') >= 0) {
      throw new InvalidValueException(
          field, "invalid-price-class", "The value of a price class has no ';'.");
    }
    return value;
  }
}
