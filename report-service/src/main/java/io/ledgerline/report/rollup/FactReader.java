package io.ledgerline.report.rollup;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.ledgerline.contracts.Decimals;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.Quantities;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the facts of a batch and adds each to the sums as soon as it is whole. */
final class FactReader {
  private static final int DIMENSIONS = 0;
  private static final int TIME = 1;
  private static final int QUANTITIES = 2;
  private static final int SIGN = 3;
  private static final int TAGS = 4;
  private static final int RESOURCE = 5;
  private static final int NO_TAGS = -1;
  private static final long BILLION = 1_000_000_000;

  private final JsonParser json;
  private final SumTable sums;
  private final InstantText instants = new InstantText();
  private final FieldsSeen seen = new FieldsSeen();
  private final QuantityReader quantity = new QuantityReader();
  private final MeterColumn[] meters = new MeterColumn[Quantities.MAX_METERS];
  private final long[] units = new long[Quantities.MAX_METERS];
  private final long[] billionths = new long[Quantities.MAX_METERS];
  private final ContextLadder ladder;
  private final TagTable tagTable;
  private final SampleReader samples;
  private int count;
  private int highestDimensions;
  private boolean refined;
  private int used;
  private int set;
  private int tags;
  private long quarter;
  private int sign;

  FactReader(
      JsonParser json,
      SumTable sums,
      ContextLadder ladder,
      TagTable tagTable,
      SampleReader samples) {
    this.json = json;
    this.sums = sums;
    this.ladder = ladder;
    this.tagTable = tagTable;
    this.samples = samples;
  }

  /** How many facts there were. */
  int count() {
    return count;
  }

  /** The highest index into the batch's dimension sets. */
  int highestDimensions() {
    return highestDimensions;
  }

  /** Whether a fact is told apart by more than its dimensions: by its size or by tags. */
  boolean refined() {
    return refined;
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
    tags = NO_TAGS;
    samples.clear();
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
          samples.time();
        }
        case "q" -> {
          seen.once(QUANTITIES, name);
          readQuantities();
        }
        case "s" -> {
          seen.once(SIGN, name);
          sign = json.getIntValue();
        }
        case "g" -> {
          seen.once(TAGS, name);
          readTags();
        }
        case "r" -> {
          seen.once(RESOURCE, name);
          samples.resource();
        }
        default -> json.skipChildren();
      }
    }
  }

  private void readTags() throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    tags = tagTable.number(json.getIntValue());
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
    if (set < 0 || set >= FactKey.LIMIT) {
      throw new IllegalArgumentException("a fact with dimensions " + set);
    }
    highestDimensions = Math.max(highestDimensions, set);
    if (quarter != (int) quarter) {
      throw new IllegalArgumentException("a fact of quarter hour " + quarter + " since 1970");
    }
    int band = band();
    refined |= band != ContextLadder.NO_BAND || tags != NO_TAGS;
    int group = sums.group(quarter, FactKey.of(set, tags, band));
    sums.count(group, sign);
    if (samples.isSample()) {
      addSample(FactKey.of(set, tags, band));
    }
    for (int i = 0; i < used; i++) {
      meters[i].add(group, sign, sign * units[i], sign * billionths[i]);
    }
    count++;
  }

  private void addSample(long key) {
    List<SampledFact.Value> values = new ArrayList<>(used);
    for (int i = 0; i < used; i++) {
      if (meters[i].mayBeSampled()) {
        values.add(
            new SampledFact.Value(
                meters[i].meter(), Decimals.normal(MeterColumn.decimal(units[i], billionths[i]))));
      }
    }
    samples.add(key, sign, values);
  }

  /** The band of the fact's size; its meters say which of its quantities count. */
  private int band() {
    long size = 0;
    long parts = 0;
    for (int i = 0; i < used; i++) {
      switch (meters[i].role()) {
        case SIZE -> {
          size += units[i];
          parts += billionths[i];
        }
        case REQUESTS -> {
          if (units[i] > 1 || units[i] == 1 && billionths[i] > 0) {
            return ContextLadder.NO_BAND;
          }
        }
        default -> {
          // says nothing of the size
        }
      }
    }
    return ladder.band(size + parts / BILLION, parts % BILLION > 0);
  }
}
