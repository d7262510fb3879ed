package io.ledgerline.ingest.ledger.correct;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.Texts;
import io.ledgerline.contracts.usage.EventIdentity;
import io.ledgerline.contracts.usage.SourceName;
import io.ledgerline.platform.problem.ErrorCode;
import io.ledgerline.platform.problem.InvalidRequest;
import io.ledgerline.platform.problem.PayloadTooLarge;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the member {@code select} of a correction. */
final class SelectionReader {
  /** Most events that may be named in one call; more are selected by a filter. */
  static final int MAX_NAMED = 10_000;

  private static final Set<String> TEXTS =
      Set.of("source", "sourceAccount", "principal", "model", "from", "to");

  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private final Map<String, String> texts = new HashMap<>();
  private List<EventIdentity> named;

  private SelectionReader() {}

  static SelectionReader read(JsonParser parser) throws IOException {
    object("select", parser);
    SelectionReader reader = new SelectionReader();
    Set<String> seen = new HashSet<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      if (!seen.add(name)) {
        throw InvalidRequest.field(
            "select." + name, "repeated-field", "'select." + name + "' is given twice.");
      }
      if (name.equals("events")) {
        reader.events(parser);
      } else if (TEXTS.contains(name)) {
        reader.texts.put(name, text("select." + name, parser));
      } else {
        // A condition that is not understood must not widen what is taken back.
        throw InvalidRequest.field(
            "select." + (name.length() <= 64 ? name : name.substring(0, 64)),
            "unknown",
            "'select' has events, or source, sourceAccount, principal, model, from and to.");
      }
    }
    return reader;
  }

  /** The events that are named; null when there is a filter instead. */
  List<EventIdentity> named() {
    if (named != null && !texts.isEmpty()) {
      throw InvalidRequest.field(
          "select.events", "unexpected", "Name the events, or give conditions; not both.");
    }
    return named;
  }

  /** The conditions: at least a source or an account, and a span of time. */
  CorrectionRequest.FilterRequest filter() {
    String source = condition("source", Texts.MAX_NAME);
    String account = condition("sourceAccount", Texts.MAX_NAME);
    if (source == null && account == null) {
      throw InvalidRequest.field(
          "select.source", "missing", "Give 'source' or 'sourceAccount', and a span of time.");
    }
    Instant from = time("from");
    Instant to = time("to");
    if (!from.isBefore(to)) {
      throw InvalidRequest.field(
          "select.to", "period-empty", "'select.to' must be later than 'select.from'.");
    }
    return new CorrectionRequest.FilterRequest(
        source,
        account,
        condition("principal", Texts.MAX_PRINCIPAL),
        condition("model", Texts.MAX_NAME),
        from,
        to);
  }

  private void events(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw InvalidRequest.field("select.events", "wrong-type", "'select.events' is an array.");
    }
    named = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      String path = "select.events[" + named.size() + "]";
      if (named.size() == MAX_NAMED) {
        throw new PayloadTooLarge(
            ErrorCode.TOO_MANY_EVENTS,
            "A correction names at most %,d events; select more by source and time."
                .formatted(MAX_NAMED));
      }
      named.add(event(path, parser));
    }
    if (named.isEmpty()) {
      throw new InvalidRequest(ErrorCode.EMPTY_BATCH, "'select.events' names no event.");
    }
  }

  private static EventIdentity event(String path, JsonParser parser) throws IOException {
    object(path, parser);
    String source = null;
    String id = null;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "source" -> source = text(path + ".source", parser);
        case "id" -> id = text(path + ".id", parser);
        default -> parser.skipChildren();
      }
    }
    try {
      return new EventIdentity(new SourceName(source), id);
    } catch (InvalidValueException e) {
      throw e.within(path);
    }
  }

  private String condition(String name, int max) {
    String value = texts.get(name);
    return value == null ? null : Texts.required("select." + name, value, max);
  }

  private Instant time(String name) {
    String field = "select." + name;
    String text = texts.get(name);
    if (text == null) {
      throw InvalidRequest.field(
          field, "missing", "'" + field + "' is required: an instant such as 2026-01-31T00:00:00Z");
    }
    try {
      Instant time = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
      if (!time.isBefore(EARLIEST) && !time.isAfter(LATEST)) {
        return time;
      }
    } catch (DateTimeException ignored) {
      // Told below.
    }
    throw InvalidRequest.field(
        field,
        "invalid-time",
        "'" + field + "' must be an RFC 3339 time such as 2026-01-31T00:00:00Z");
  }

  private static void object(String path, JsonParser parser) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw InvalidRequest.field(path, "wrong-type", "'" + path + "' must be an object.");
    }
  }

  /** A text, or null for null. */
  static String text(String path, JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> parser.getText();
      case VALUE_NULL -> null;
      default -> throw InvalidRequest.field(path, "wrong-type", "'" + path + "' must be a text.");
    };
  }
}
