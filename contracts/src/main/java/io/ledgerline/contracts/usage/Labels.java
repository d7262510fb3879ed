package io.ledgerline.contracts.usage;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.Texts;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Free names and values that a source adds (tags, attributes). Only the tags that an installation
 * names enter rollups.
 *
 * @param values at most 64 entries, names of 1 to 128 and values of at most 256 characters, sorted
 *     by name, immutable
 */
public record Labels(@JsonValue SortedMap<String, String> values) {
  /** None. */
  public static final Labels NONE = new Labels(new TreeMap<>());

  /** Most labels that one event may carry of each kind. */
  public static final int MAX_LABELS = 64;

  private static final int MAX_LABEL_NAME = 128;

  /** Checks and copies. */
  public Labels {
    SortedMap<String, String> checked = new TreeMap<>();
    values.forEach(
        (name, value) ->
            checked.put(
                Texts.required("name", name, MAX_LABEL_NAME),
                value == null ? "" : text(name, value)));
    if (checked.size() > MAX_LABELS) {
      throw new InvalidValueException(
          "labels", "too-many-labels", "At most " + MAX_LABELS + " tags or attributes are kept.");
    }
    values = Collections.unmodifiableSortedMap(checked);
  }

  /** From any map; null means none. */
  @JsonCreator
  public static Labels of(Map<String, String> values) {
    return values == null || values.isEmpty() ? NONE : new Labels(new TreeMap<>(values));
  }

  private static String text(String name, String value) {
    String kept = Texts.optional(name, value, Texts.MAX_NAME);
    return kept == null ? "" : kept;
  }
}
