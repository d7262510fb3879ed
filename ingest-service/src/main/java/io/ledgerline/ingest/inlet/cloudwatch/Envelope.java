package io.ledgerline.ingest.inlet.cloudwatch;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.platform.json.JsonSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * What a subscription sends: log events of one stream. Pure.
 *
 * @param group name of the log group; null when absent, like the next
 * @param stream name of the log stream
 * @param events in the order sent; none in a control message
 */
record Envelope(String group, String stream, List<LogEvent> events) {
  private static final ObjectReader JSON =
      JsonSettings.newMapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private static final String CONTROL = "CONTROL_MESSAGE";
  private static final String DATA = "DATA_MESSAGE";
  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;

  Envelope {
    events = List.copyOf(events);
  }

  /**
   * A log event.
   *
   * @param id CloudWatch's own id for it; null when absent
   * @param message its text
   */
  record LogEvent(String id, String message) {}

  /**
   * Reads an envelope: as JSON, gzipped, or as a Lambda function is handed it, {@code {"awslogs":
   * {"data": "<base64 of gzip>"}}}.
   *
   * @param most bytes that it may unpack to
   * @throws InvalidValueException when it is none
   */
  static Envelope read(byte[] bytes, int most) {
    JsonNode tree = tree(unpacked(bytes, most));
    JsonNode inner = tree.path("awslogs").path("data");
    return of(inner.isTextual() ? tree(unpacked(decoded(inner.textValue()), most)) : tree);
  }

  /** The bytes of a text in base64. */
  static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw fault("not-base64", "The data is not base64.");
    }
  }

  /** The bytes, unpacked when they are gzip. */
  static byte[] unpacked(byte[] bytes, int most) {
    boolean gzip =
        bytes.length > 2 && (bytes[0] & 0xff) == GZIP_FIRST && (bytes[1] & 0xff) == GZIP_SECOND;
    if (!gzip) {
      return bytes;
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      byte[] plain = in.readNBytes(most);
      if (in.read() >= 0) {
        throw fault("too-large", "The data unpacks to more than " + most + " bytes.");
      }
      return plain;
    } catch (IOException e) {
      throw fault("not-gzip", "The data cannot be unpacked.");
    }
  }

  private static Envelope of(JsonNode tree) {
    String type = tree.path("messageType").asText();
    if (type.equals(CONTROL)) {
      return new Envelope(null, null, List.of());
    }
    if (!type.equals(DATA) || !tree.path("logEvents").isArray()) {
      throw fault(
          "not-an-envelope", "The data is no CloudWatch Logs message with 'logEvents' in it.");
    }
    List<LogEvent> events = new ArrayList<>();
    for (JsonNode event : tree.get("logEvents")) {
      events.add(new LogEvent(event.path("id").textValue(), event.path("message").asText()));
    }
    return new Envelope(
        tree.path("logGroup").textValue(), tree.path("logStream").textValue(), events);
  }

  private static JsonNode tree(byte[] json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw fault("malformed-json", "The data is not JSON.");
    }
  }

  private static InvalidValueException fault(String code, String detail) {
    return new InvalidValueException("", code, detail);
  }
}
