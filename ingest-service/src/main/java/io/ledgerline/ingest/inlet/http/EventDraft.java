package io.ledgerline.ingest.inlet.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.Texts;
import io.ledgerline.contracts.usage.EventIdentity;
import io.ledgerline.contracts.usage.Labels;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.contracts.usage.UsageEvent;
import io.ledgerline.ingest.inlet.SourceTime;
import io.ledgerline.ingest.ledger.Reason;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Collects the fields of one event after the other while they are read. A field of the wrong type
 * does not stop the reading: the first fault is kept and becomes the event's rejection, and its
 * neighbours are none the worse. Used again for the next event after {@link #finish}.
 */
final class EventDraft {
  private final Vocabulary vocabulary;
  private final Field.Texts texts = new Field.Texts();
  private final DraftQuantities quantities;
  private final Faults faults = new Faults();
  private String id;
  private String time;
  private Map<String, String> priceClass;
  private Map<String, String> tags;
  private Map<String, String> attributes;

  /** A bit for each field that was there. */
  private int seen;

  private long unknownFields;

  EventDraft(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.quantities = new DraftQuantities(vocabulary, faults);
  }

  /**
   * Takes one field.
   *
   * @param parser stands at the field's value, and is left at its end
   */
  void take(String name, JsonParser parser) throws IOException {
    Field field = Field.of(name);
    if (field == null) {
      unknownFields++;
      parser.skipChildren();
      return;
    }
    int bit = 1 << field.ordinal();
    if ((seen & bit) != 0) {
      parser.skipChildren();
      faults.add(
          name, "repeated-field", "'" + name + "' is given twice; which of the two is meant?");
      return;
    }
    seen |= bit;
    switch (field) {
      case ID -> id = text(name, parser);
      case TIME -> time = text(name, parser);
      case PRICE_CLASS -> priceClass = map(name, parser);
      case TAGS -> tags = map(name, parser);
      case ATTRIBUTES -> attributes = map(name, parser);
      case QUANTITIES -> quantities.take(parser);
      default -> texts.put(field, word(name, parser));
    }
  }

  /** How many fields nobody here knew, in all events so far. */
  long unknownFields() {
    return unknownFields;
  }

  /** The event, or its first fault; then the draft is empty again. */
  ParsedEvent finish() {
    String source = texts.get(Field.SOURCE);
    ParsedEvent parsed = null;
    if (faults.isEmpty()) {
      try {
        parsed = new ParsedEvent(source, id, event(), null);
      } catch (InvalidValueException e) {
        faults.add(e);
      }
    }
    if (parsed == null) {
      parsed = new ParsedEvent(source, id, null, Reason.of(faults.first()));
    }
    clear();
    return parsed;
  }

  /** An element that is no object at all. */
  static ParsedEvent notAnObject() {
    return new ParsedEvent(
        null, null, null, new Reason("wrong-type", "", "An event is a JSON object."));
  }

  private void clear() {
    texts.clear();
    quantities.clear();
    faults.clear();
    id = null;
    time = null;
    priceClass = null;
    tags = null;
    attributes = null;
    seen = 0;
  }

  private UsageEvent event() {
    if (id == null && texts.get(Field.SOURCE) != null) {
      // Told before what is missing besides it.
      Texts.required("id", null, Texts.MAX_NAME);
    }
    Vocabulary.Place place = vocabulary.place(texts);
    EventIdentity identity = new EventIdentity(place.source(), id);
    return new UsageEvent(
        identity,
        time == null ? null : SourceTime.parse("time", time),
        place.origin(),
        place.service(),
        PriceClass.of(priceClass),
        quantities.value(),
        labels("tags", tags),
        labels("attributes", attributes));
  }

  private static Labels labels(String name, Map<String, String> values) {
    try {
      return Labels.of(values);
    } catch (InvalidValueException e) {
      throw e.field().equals("labels")
          ? new InvalidValueException(name, e.code(), e.detail())
          : e.within(name);
    }
  }

  private String word(String name, JsonParser parser) throws IOException {
    return parser.currentToken() == JsonToken.VALUE_STRING
        ? vocabulary.word(parser)
        : text(name, parser);
  }

  /** Null when it is absent or no text. */
  private String text(String name, JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> parser.getText();
      case VALUE_NULL -> null;
      default -> {
        parser.skipChildren();
        faults.add(name, "wrong-type", "'" + name + "' must be a text.");
        yield null;
      }
    };
  }

  private Map<String, String> map(String name, JsonParser parser) throws IOException {
    if (!faults.entersObject(name, parser)) {
      return null;
    }
    Map<String, String> values = new HashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      JsonToken token = parser.nextToken();
      String path = name + "." + Paths.shown(key);
      if (token == JsonToken.VALUE_STRING) {
        if (values.put(key, parser.getText()) != null) {
          faults.add(path, "repeated-field", "'" + path + "' is given twice.");
        }
      } else if (token != JsonToken.VALUE_NULL) {
        parser.skipChildren();
        faults.add(path, "wrong-type", "'" + path + "' must be a text.");
      }
    }
    return values;
  }
}
