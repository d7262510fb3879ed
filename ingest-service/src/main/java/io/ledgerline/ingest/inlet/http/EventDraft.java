package io.ledgerline.ingest.inlet.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.Texts;
import io.ledgerline.contracts.usage.EventIdentity;
import io.ledgerline.contracts.usage.Labels;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.Origin;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.contracts.usage.Quantities;
import io.ledgerline.contracts.usage.Quantity;
import io.ledgerline.contracts.usage.ServiceUse;
import io.ledgerline.contracts.usage.SourceName;
import io.ledgerline.contracts.usage.UsageEvent;
import io.ledgerline.ingest.inlet.SourceTime;
import io.ledgerline.ingest.ledger.Reason;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Collects the fields of one event while they are read. A field of the wrong type does not stop the
 * reading: the first fault is kept and becomes the event's rejection, and its neighbours are none
 * the worse.
 */
final class EventDraft {
  private final Set<String> seen = new HashSet<>();
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, Map<String, String>> maps = new HashMap<>();
  private Map<MeterName, Quantity> quantities;
  private InvalidValueException fault;
  private int unknownFields;

  /**
   * Takes one field.
   *
   * @param parser stands at the field's value, and is left at its end
   */
  void take(String name, JsonParser parser) throws IOException {
    if (!seen.add(name)) {
      parser.skipChildren();
      fail(name, "repeated-field", "'" + name + "' is given twice; which of the two is meant?");
      return;
    }
    switch (name) {
      case "source",
          "id",
          "time",
          "sourceAccount",
          "principal",
          "workspace",
          "project",
          "provider",
          "model",
          "region",
          "operation" ->
          text(name, parser);
      case "priceClass", "tags", "attributes" -> map(name, parser);
      case "quantities" -> quantities(parser);
      default -> {
        unknownFields++;
        parser.skipChildren();
      }
    }
  }

  int unknownFields() {
    return unknownFields;
  }

  /** The event, or its first fault. */
  ParsedEvent finish() {
    String source = texts.get("source");
    String id = texts.get("id");
    if (fault == null) {
      try {
        return new ParsedEvent(source, id, event(), null);
      } catch (InvalidValueException e) {
        fault = e;
      }
    }
    return new ParsedEvent(source, id, null, Reason.of(fault));
  }

  /** An element that is no object at all. */
  static ParsedEvent notAnObject() {
    return new ParsedEvent(
        null, null, null, new Reason("wrong-type", "", "An event is a JSON object."));
  }

  private UsageEvent event() {
    SourceName source = new SourceName(texts.get("source"));
    EventIdentity identity = new EventIdentity(source, texts.get("id"));
    String time = Texts.optional("time", texts.get("time"), Texts.MAX_NAME);
    return new UsageEvent(
        identity,
        time == null ? null : SourceTime.parse("time", time),
        new Origin(
            texts.get("sourceAccount"),
            texts.get("principal"),
            texts.get("workspace"),
            texts.get("project")),
        new ServiceUse(
            texts.get("provider"), texts.get("model"), texts.get("region"), texts.get("operation")),
        PriceClass.of(maps.get("priceClass")),
        Quantities.of(quantities),
        labels("tags"),
        labels("attributes"));
  }

  private Labels labels(String name) {
    try {
      return Labels.of(maps.get(name));
    } catch (InvalidValueException e) {
      throw e.field().equals("labels")
          ? new InvalidValueException(name, e.code(), e.detail())
          : e.within(name);
    }
  }

  private void text(String name, JsonParser parser) throws IOException {
    switch (parser.currentToken()) {
      case VALUE_STRING -> texts.put(name, parser.getText());
      case VALUE_NULL -> {
        // Absent.
      }
      default -> {
        parser.skipChildren();
        fail(name, "wrong-type", "'" + name + "' must be a text.");
      }
    }
  }

  private void map(String name, JsonParser parser) throws IOException {
    if (!entersObject(name, parser)) {
      return;
    }
    Map<String, String> values = new HashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      JsonToken token = parser.nextToken();
      String path = name + "." + Paths.shown(key);
      if (token == JsonToken.VALUE_STRING) {
        if (values.put(key, parser.getText()) != null) {
          fail(path, "repeated-field", "'" + path + "' is given twice.");
        }
      } else if (token != JsonToken.VALUE_NULL) {
        parser.skipChildren();
        fail(path, "wrong-type", "'" + path + "' must be a text.");
      }
    }
    maps.put(name, values);
  }

  private void quantities(JsonParser parser) throws IOException {
    if (!entersObject("quantities", parser)) {
      return;
    }
    quantities = new HashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String meter = parser.currentName();
      parser.nextToken();
      String path = "quantities." + Paths.shown(meter);
      try {
        Quantity quantity = QuantityReader.read(parser);
        if (quantities.put(new MeterName(meter), quantity) != null) {
          fail(path, "repeated-field", "'" + path + "' is given twice.");
        }
      } catch (InvalidValueException e) {
        fail(path, e.code(), e.detail());
      }
    }
  }

  private boolean entersObject(String name, JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      return true;
    }
    if (parser.currentToken() != JsonToken.VALUE_NULL) {
      parser.skipChildren();
      fail(name, "wrong-type", "'" + name + "' must be an object.");
    }
    return false;
  }

  private void fail(String field, String code, String detail) {
    if (fault == null) {
      fault = new InvalidValueException(field, code, detail);
    }
  }
}
