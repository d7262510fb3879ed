package io.ledgerline.report.rollup;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.contracts.usage.PrincipalId;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Reads one dimension set of a batch. */
final class DimensionsReader {
  /** The names, in the order of the record's parts; the price class comes last. */
  private static final String[] NAMES = {
    "sourceAccount",
    "principal",
    "workspace",
    "project",
    "provider",
    "model",
    "region",
    "operation",
    "priceClass"
  };

  private static final int PRICE_CLASS = 8;

  private DimensionsReader() {}

  /** Reads the object that {@code json} stands at. */
  static Dimensions read(JsonParser json) throws IOException {
    Tokens.require(json, JsonToken.START_OBJECT, "dimensions");
    String[] texts = new String[PRICE_CLASS];
    FieldsSeen seen = new FieldsSeen();
    PriceClass priceClass = PriceClass.NONE;
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      int field = fieldOf(name);
      if (field < 0) {
        json.skipChildren();
        continue;
      }
      seen.once(field, name);
      if (field == PRICE_CLASS) {
        priceClass = priceClass(json);
      } else {
        texts[field] = Tokens.textOrNull(json, name);
      }
    }
    return new Dimensions(
        texts[0],
        texts[1] == null ? null : new PrincipalId(UUID.fromString(texts[1])),
        texts[2],
        texts[3],
        texts[4],
        texts[5],
        texts[6],
        texts[7],
        priceClass);
  }

  private static int fieldOf(String name) {
    for (int i = 0; i < NAMES.length; i++) {
      if (NAMES[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private static PriceClass priceClass(JsonParser json) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return PriceClass.NONE;
    }
    Tokens.require(json, JsonToken.START_OBJECT, "priceClass");
    Map<String, String> values = new TreeMap<>();
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      if (values.put(name, Tokens.text(json, name)) != null) {
        throw new IllegalArgumentException("price class '" + name + "' is given twice");
      }
    }
    return PriceClass.of(values);
  }
}
