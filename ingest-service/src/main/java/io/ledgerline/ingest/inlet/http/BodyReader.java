package io.ledgerline.ingest.inlet.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.ledgerline.platform.problem.ErrorCode;
import io.ledgerline.platform.problem.InvalidRequest;
import io.ledgerline.platform.problem.PayloadTooLarge;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a call's body: one event, an array of them, or an object with an array {@code events}.
 * Token by token, so that one odd event does no harm to the others and no tree is built. Only what
 * is no JSON at all fails the call as a whole.
 */
final class BodyReader {
  /** Most events that one call may carry. */
  static final int MAX_EVENTS = 10_000;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(100)
                  // Long numbers and names are refused one by one, with their event.
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  private final List<ParsedEvent> events = new ArrayList<>();
  private final Vocabulary vocabulary;
  private final EventDraft draft;
  private long unknownFields;

  private BodyReader(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.draft = new EventDraft(vocabulary);
  }

  /**
   * Reads a body.
   *
   * @param vocabulary learns from it
   * @throws JsonProcessingException when it is not JSON
   * @throws InvalidRequest when it is JSON but no call: {@code empty-batch} among others
   * @throws PayloadTooLarge {@code too-many-events}
   */
  static ParsedCall read(byte[] body, Vocabulary vocabulary) throws JsonProcessingException {
    try (JsonParser parser = JSON.createParser(body)) {
      BodyReader reader = new BodyReader(vocabulary);
      boolean single = reader.call(parser);
      if (parser.nextToken() != null) {
        throw new InvalidRequest(
            ErrorCode.MALFORMED_JSON, "There is something behind the JSON value.");
      }
      return new ParsedCall(
          single, reader.events, reader.unknownFields + reader.draft.unknownFields());
    } catch (JsonProcessingException e) {
      throw e;
    } catch (IOException e) {
      throw new InvalidRequest(ErrorCode.MALFORMED_JSON, "The body is not readable as text.");
    }
  }

  private boolean call(JsonParser parser) throws IOException {
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw new InvalidRequest(ErrorCode.MALFORMED_JSON, "The body is empty.");
    }
    return switch (first) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> {
        array(parser);
        yield false;
      }
      default ->
          throw new InvalidRequest(
              ErrorCode.INVALID_REQUEST,
              "The body is an event, an array of events, or an object with an array 'events'.");
    };
  }

  /** Returns whether it was an event by itself. */
  private boolean object(JsonParser parser) throws IOException {
    EventDraft single = new EventDraft(vocabulary);
    boolean batch = false;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("events") && value == JsonToken.START_ARRAY && !batch) {
        batch = true;
        array(parser);
      } else if (name.equals("events")) {
        throw InvalidRequest.field("events", "wrong-type", "'events' is one array of events.");
      } else {
        single.take(name, parser);
      }
    }
    if (!batch) {
      unknownFields = single.unknownFields();
      events.add(single.finish());
    }
    return !batch;
  }

  private void array(JsonParser parser) throws IOException {
    for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
      if (events.size() == MAX_EVENTS) {
        throw new PayloadTooLarge(
            ErrorCode.TOO_MANY_EVENTS, "A call carries at most %,d events.".formatted(MAX_EVENTS));
      }
      if (t == JsonToken.START_OBJECT) {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String name = parser.currentName();
          parser.nextToken();
          draft.take(name, parser);
        }
        events.add(draft.finish());
      } else {
        parser.skipChildren();
        events.add(EventDraft.notAnObject());
      }
    }
    if (events.isEmpty()) {
      throw new InvalidRequest(ErrorCode.EMPTY_BATCH, "The batch holds no event.");
    }
  }
}
