package io.ledgerline.report.rollup;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.ledgerline.contracts.usage.Labels;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The tags of a batch, of which only those are kept that rollups add up by. What is left of them
 * gets numbers of its own, so that a tag of many values that nobody asked for splits no sum.
 */
final class TagTable {
  private static final int NONE = -1;

  private final JsonParser json;
  private final RollupGrain grain;
  private final List<Integer> numbers = new ArrayList<>();
  private final List<Labels> kept = new ArrayList<>();
  private final Map<Labels, Integer> known = new HashMap<>();

  TagTable(JsonParser json, RollupGrain grain) {
    this.json = json;
    this.grain = grain;
  }

  /** Reads the array that the parser stands at. */
  void readAll() throws IOException {
    Tokens.require(json, JsonToken.START_ARRAY, "tags");
    while (json.nextToken() != JsonToken.END_ARRAY) {
      numbers.add(readOne());
    }
  }

  /**
   * The number of what is kept of the batch's tags at an index; negative when nothing is.
   *
   * @throws IndexOutOfBoundsException when the batch has no such tags
   */
  int number(int index) {
    return numbers.get(index);
  }

  /** What a number stands for. */
  Labels labels(int number) {
    return kept.get(number);
  }

  private int readOne() throws IOException {
    Tokens.require(json, JsonToken.START_OBJECT, "tags");
    Map<String, String> values = null;
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      if (!grain.tagKeys().contains(name)) {
        Tokens.require(json, JsonToken.VALUE_STRING, "a tag");
        continue;
      }
      values = values == null ? new TreeMap<>() : values;
      if (values.put(name, Tokens.text(json, name)) != null) {
        throw new IllegalArgumentException("tag '" + name + "' is given twice");
      }
    }
    return values == null ? NONE : numberOf(Labels.of(values));
  }

  private int numberOf(Labels labels) {
    Integer number = known.get(labels);
    if (number == null) {
      number = kept.size();
      known.put(labels, number);
      kept.add(labels);
    }
    return number;
  }
}
