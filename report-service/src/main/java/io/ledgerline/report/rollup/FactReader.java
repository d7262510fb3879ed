package io.ledgerline.report.rollup;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.Quantities;
import java.io.IOException;

/** Reads the facts of a batch and adds each to the sums as soon as it is whole. */
final class FactReader {
  private static final int DIMENSIONS = 0;
  private static final int TIME = 1;
  private static final int QUANTITIES = 2;
  private static final int SIGN = 3;

  private final JsonParser json;
  private final SumTable sums;
  private final InstantText instants = new InstantText();
  private final FieldsSeen seen = new FieldsSeen();
  private final QuantityReader quantity = new QuantityReader();
  private final MeterColumn[] meters = new MeterColumn[Quantities.MAX_METERS];
  private final long[] units = new long[Quantities.MAX_METERS];
  private final long[] billionths = new long[Quantities.MAX_METERS];
  private int count;
  private int highestDimensions;
  private int used;
  private int set;
  private long quarter;
  private int sign;

  FactReader(JsonParser json, SumTable sums) {
    this.json = json;
    this.sums = sums;
  }

  /** How many facts there were. */
  int count() {
    return count;
  }

  /** The highest index into the batch's dimension sets. */
  int highestDimensions() {
    return highestDimensions;
  }

  /** Reads the array that the parser stands at. */
  void readAll() throws IOException {
    Tokens.require(json, JsonToken.START_ARRAY, "facts");
    while (json.nextToken() != JsonToken.END_ARRAY) {
      Tokens.require(json, JsonToken.START_OBJECT, "a fact");
      readOne();
      add();
    }
  }

  private void readOne() throws IOException {
    seen.clear();
    used = 0;
    sign = 1;
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      switch (name) {
        case "d" -> {
          seen.once(DIMENSIONS, name);
          set = json.getIntValue();
        }
        case "t" -> {
          seen.once(TIME, name);
          Tokens.require(json, JsonToken.VALUE_STRING, name);
          quarter =
              instants.quarter(
                  json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
        }
        case "q" -> {
          seen.once(QUANTITIES, name);
          readQuantities();
        }
        case "s" -> {
          seen.once(SIGN, name);
          sign = json.getIntValue();
        }
        default -> json.skipChildren();
      }
    }
  }

  private void readQuantities() throws IOException {
    Tokens.require(json, JsonToken.START_OBJECT, "q");
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      if (used == Quantities.MAX_METERS) {
        throw new IllegalArgumentException("a fact with more than " + used + " meters");
      }
      meters[used] = meter(name);
      quantity.read(json);
      units[used] = quantity.units();
      billionths[used] = quantity.billionths();
      used++;
    }
  }

  private MeterColumn meter(String name) {
    int known = sums.columns().size();
    MeterColumn column = sums.column(name);
    if (sums.columns().size() > known) {
      new MeterName(name); // checks the form, once per batch
    }
    for (int i = 0; i < used; i++) {
      if (meters[i] == column) {
        throw new IllegalArgumentException("meter '" + name + "' is given twice");
      }
    }
    return column;
  }

  private void add() {
    if (!seen.has(DIMENSIONS) || !seen.has(TIME) || used == 0) {
      throw new IllegalArgumentException("a fact without dimensions, time or quantities");
    }
    if (sign != 1 && sign != -1) {
      throw new IllegalArgumentException("a fact with sign " + sign);
    }
    if (set < 0) {
      throw new IllegalArgumentException("a fact with dimensions " + set);
    }
    highestDimensions = Math.max(highestDimensions, set);
    if (quarter != (int) quarter) {
      throw new IllegalArgumentException("a fact of quarter hour " + quarter + " since 1970");
    }
    int group = sums.group(quarter, set);
    sums.count(group, sign);
    for (int i = 0; i < used; i++) {
      meters[i].add(group, sign, sign * units[i], sign * billionths[i]);
    }
    count++;
  }
}
