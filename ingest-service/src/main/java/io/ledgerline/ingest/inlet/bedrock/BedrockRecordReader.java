package io.ledgerline.ingest.inlet.bedrock;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.usage.Quantity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads one line of a model invocation log. Only what usage needs is kept; prompts and answers are
 * skipped token by token. Fields it does not know are counted and otherwise ignored.
 */
public final class BedrockRecordReader {
  /** Longer than any number that is a count. */
  private static final int MAX_NUMBER = 64;

  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, String> metadata = new HashMap<>();
  private final Map<String, Quantity> counts = new HashMap<>();
  private ImageRequest image = ImageRequest.NONE;
  private int ignored;

  private BedrockRecordReader() {}

  /**
   * Reads a line.
   *
   * @param buffer holds the line
   * @param length its bytes, from the buffer's start
   * @throws InvalidValueException when it is no record: {@code malformed-json}, {@code
   *     not-an-object}, {@code wrong-type}, or a count that is no quantity
   */
  public static BedrockRecord read(byte[] buffer, int length) {
    try (JsonParser parser = BedrockJson.FACTORY.createParser(buffer, 0, length)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new InvalidValueException("", "not-an-object", "A record is a JSON object.");
      }
      BedrockRecordReader reader = new BedrockRecordReader();
      reader.fields(parser);
      if (parser.nextToken() != null) {
        throw malformed();
      }
      return reader.toRecord();
    } catch (JsonProcessingException e) {
      throw malformed();
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory cannot fail", e);
    }
  }

  private static InvalidValueException malformed() {
    return new InvalidValueException("", "malformed-json", "The line is not one JSON value.");
  }

  private void fields(JsonParser parser) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "timestamp",
            "accountId",
            "region",
            "requestId",
            "operation",
            "modelId",
            "errorCode",
            "inferenceRegion" ->
            text(parser, name, name);
        case "identity" -> identity(parser);
        case "requestMetadata" -> requestMetadata(parser);
        case "input" -> input(parser);
        case "output" -> output(parser);
        case "schemaType", "schemaVersion" -> parser.skipChildren();
        default -> ignore(parser);
      }
    }
  }

  private void identity(JsonParser parser) throws IOException {
    if (isObject(parser)) {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        if (name.equals("arn")) {
          text(parser, "arn", "identity.arn");
        } else {
          ignore(parser);
        }
      }
    }
  }

  private void requestMetadata(JsonParser parser) throws IOException {
    if (isObject(parser)) {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        if (parser.nextToken().isScalarValue()) {
          metadata.put(name, BedrockJson.shortText(parser));
        } else {
          ignore(parser);
        }
      }
    }
  }

  private void input(JsonParser parser) throws IOException {
    if (isObject(parser)) {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        switch (name) {
          case "inputTokenCount", "cacheReadInputTokenCount", "cacheWriteInputTokenCount" ->
              count(parser, "input", name);
          case "inputBodyS3Path" -> text(parser, name, "input." + name);
          case "inputBodyJson" -> inlineBody(parser);
          case "inputContentType" -> parser.skipChildren();
          default -> ignore(parser);
        }
      }
    }
  }

  private void output(JsonParser parser) throws IOException {
    if (isObject(parser)) {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        switch (name) {
          case "outputTokenCount" -> count(parser, "output", name);
          case "outputBodyJson", "outputBodyS3Path", "outputContentType" -> parser.skipChildren();
          default -> ignore(parser);
        }
      }
    }
  }

  private void inlineBody(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      image = ImageRequestReader.read(parser);
    } else {
      parser.skipChildren();
    }
  }

  private void text(JsonParser parser, String name, String path) throws IOException {
    switch (parser.currentToken()) {
      case VALUE_STRING -> texts.put(name, BedrockJson.shortText(parser));
      case VALUE_NULL -> texts.remove(name);
      default -> throw wrongType(path, "a text");
    }
  }

  private void count(JsonParser parser, String parent, String name) throws IOException {
    String path = parent + "." + name;
    switch (parser.currentToken()) {
      case VALUE_NULL -> counts.remove(name);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> counts.put(name, quantity(parser, path));
      default -> throw wrongType(path, "a number");
    }
  }

  private static Quantity quantity(JsonParser parser, String path) throws IOException {
    if (parser.getTextLength() > MAX_NUMBER) {
      throw new InvalidValueException(path, "quantity-out-of-range", "The count is out of range.");
    }
    try {
      return new Quantity(new BigDecimal(parser.getText()));
    } catch (InvalidValueException e) {
      throw new InvalidValueException(path, e.code(), e.detail());
    }
  }

  /** An object is entered; null and anything else count as absent, the latter as ignored too. */
  private boolean isObject(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      return true;
    }
    if (parser.currentToken() != JsonToken.VALUE_NULL) {
      ignore(parser);
    }
    return false;
  }

  private void ignore(JsonParser parser) throws IOException {
    ignored++;
    parser.skipChildren();
  }

  private static InvalidValueException wrongType(String path, String expected) {
    return new InvalidValueException(
        path, "wrong-type", "'" + path + "' must be " + expected + ".");
  }

  private BedrockRecord toRecord() {
    return new BedrockRecord(
        texts.get("timestamp"),
        texts.get("accountId"),
        texts.get("region"),
        texts.get("requestId"),
        texts.get("operation"),
        texts.get("modelId"),
        texts.get("arn"),
        texts.get("errorCode"),
        texts.get("inferenceRegion"),
        metadata,
        new TokenCounts(
            counts.get("inputTokenCount"),
            counts.get("cacheReadInputTokenCount"),
            counts.get("cacheWriteInputTokenCount"),
            counts.get("outputTokenCount")),
        texts.get("inputBodyS3Path"),
        image,
        ignored);
  }
}
