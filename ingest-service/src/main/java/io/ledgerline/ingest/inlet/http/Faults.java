package io.ledgerline.ingest.inlet.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.ledgerline.contracts.InvalidValueException;
import java.io.IOException;

/** What is wrong with the event being read; the first fault is the one that is told. */
final class Faults {
  private InvalidValueException first;

  void add(String field, String code, String detail) {
    if (first == null) {
      first = new InvalidValueException(field, code, detail);
    }
  }

  void add(InvalidValueException fault) {
    if (first == null) {
      first = fault;
    }
  }

  boolean isEmpty() {
    return first == null;
  }

  /** Null when there is none. */
  InvalidValueException first() {
    return first;
  }

  void clear() {
    first = null;
  }

  /** Whether the parser stands at an object; null is none and no fault, all else is one. */
  boolean entersObject(String name, JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      return true;
    }
    if (parser.currentToken() != JsonToken.VALUE_NULL) {
      parser.skipChildren();
      add(name, "wrong-type", "'" + name + "' must be an object.");
    }
    return false;
  }
}
