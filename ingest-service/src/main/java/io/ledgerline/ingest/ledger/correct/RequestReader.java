package io.ledgerline.ingest.ledger.correct;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.Texts;
import io.ledgerline.contracts.usage.EventIdentity;
import io.ledgerline.platform.problem.ErrorCode;
import io.ledgerline.platform.problem.InvalidRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the body of a correction. New versions are not read here but cut out, to be read by whoever
 * reads events. Every fault names its field.
 */
final class RequestReader {
  /** Longest reason. */
  static final int MAX_REASON = 500;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(100).build())
          // With canonical names Jackson reads bytes itself and can tell at which it stands.
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  private final byte[] body;
  private String kind;
  private String reason;
  private boolean dryRun;
  private SelectionReader select;
  private byte[] versions;

  private RequestReader(byte[] body) {
    this.body = body;
  }

  /**
   * Reads a body.
   *
   * @throws JsonProcessingException when it is not JSON
   * @throws InvalidRequest when it is JSON but asks for nothing that can be done
   */
  static CorrectionRequest read(byte[] body) throws JsonProcessingException {
    RequestReader reader = new RequestReader(body);
    try (JsonParser parser = JSON.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new InvalidRequest(ErrorCode.INVALID_REQUEST, "A correction is a JSON object.");
      }
      Set<String> seen = new HashSet<>();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        if (!seen.add(name)) {
          throw InvalidRequest.field(name, "repeated-field", "'" + name + "' is given twice.");
        }
        reader.take(name, parser);
      }
      if (parser.nextToken() != null) {
        throw new InvalidRequest(
            ErrorCode.MALFORMED_JSON, "There is something behind the JSON value.");
      }
      return reader.finish();
    } catch (JsonProcessingException e) {
      throw e;
    } catch (IOException e) {
      throw new InvalidRequest(ErrorCode.MALFORMED_JSON, "The body is not readable as text.");
    } catch (InvalidValueException e) {
      throw InvalidRequest.field(e.field(), e.code(), e.detail());
    }
  }

  private void take(String name, JsonParser parser) throws IOException {
    switch (name) {
      case "kind" -> kind = SelectionReader.text(name, parser);
      case "reason" -> reason = SelectionReader.text(name, parser);
      case "dryRun" -> dryRun = bool(name, parser);
      case "select" -> select = SelectionReader.read(parser);
      case "events" -> versions = slice(name, parser);
      default -> parser.skipChildren();
    }
  }

  private CorrectionRequest finish() {
    CorrectionKind wanted = CorrectionKind.of("kind", kind);
    String why = Texts.required("reason", reason, MAX_REASON);
    if (wanted == CorrectionKind.REPLACE) {
      if (select != null) {
        throw unexpected(
            "select", "A replacement has 'events', the new versions, and no 'select'.");
      }
      if (versions == null) {
        throw InvalidRequest.field(
            "events", "missing", "'events' is required: the new versions, in full.");
      }
      return new CorrectionRequest(wanted, why, dryRun, null, null, versions);
    }
    if (versions != null) {
      throw unexpected("events", "To void events, name them in 'select.events'.");
    }
    if (select == null) {
      throw InvalidRequest.field(
          "select", "missing", "'select' is required: which events to void.");
    }
    List<EventIdentity> named = select.named();
    return new CorrectionRequest(
        wanted, why, dryRun, named, named == null ? select.filter() : null, null);
  }

  private byte[] slice(String name, JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw InvalidRequest.field(name, "wrong-type", "'" + name + "' must be an array.");
    }
    // The parser stands behind the bracket.
    int start = (int) parser.currentLocation().getByteOffset() - 1;
    parser.skipChildren();
    int end = (int) parser.currentLocation().getByteOffset();
    if (start < 0 || end > body.length || body[start] != '[' || body[end - 1] != ']') {
      throw new InvalidRequest(ErrorCode.MALFORMED_JSON, "The body must be UTF-8.");
    }
    return Arrays.copyOfRange(body, start, end);
  }

  private static boolean bool(String name, JsonParser parser) {
    return switch (parser.currentToken()) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE, VALUE_NULL -> false;
      default ->
          throw InvalidRequest.field(name, "wrong-type", "'" + name + "' must be true or false.");
    };
  }

  private static InvalidRequest unexpected(String field, String detail) {
    return InvalidRequest.field(field, "unexpected", detail);
  }
}
