package io.ledgerline.platform.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerline.contracts.message.UsageBatch;
import io.ledgerline.platform.json.JsonSettings;
import java.io.IOException;

/**
 * Turns message records into the bytes of a Kafka record and back. Strict on size, lenient on
 * fields it does not know, so that a newer sender does not stop an older receiver. Thread-safe.
 */
public final class MessageCodec {
  /** Largest record, in bytes: half of what a broker takes by default. */
  public static final int MAX_BYTES = UsageBatch.MAX_BYTES;

  private final ObjectMapper json;

  private MessageCodec(ObjectMapper json) {
    this.json = json;
  }

  /** Makes a codec with the house's JSON settings. In a service, inject it instead. */
  public static MessageCodec create() {
    return new MessageCodec(JsonSettings.newMapper());
  }

  /** Makes a codec that writes some messages in a way of their own, to the same effect. */
  public static MessageCodec create(Module serializers) {
    return new MessageCodec(JsonSettings.newMapper().registerModule(serializers));
  }

  /**
   * Writes a message.
   *
   * @throws MessageTooLargeException above {@link #MAX_BYTES}
   */
  public byte[] encode(Record message) {
    try {
      byte[] bytes = json.writeValueAsBytes(message);
      if (bytes.length > MAX_BYTES) {
        throw new MessageTooLargeException(message.getClass(), bytes.length);
      }
      return bytes;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "a " + message.getClass().getSimpleName() + " cannot be written", e);
    }
  }

  /**
   * Reads a message.
   *
   * @throws UnreadableMessageException when the bytes are no such message: it is poison and belongs
   *     to the dead letters
   */
  public <T extends Record> T decode(byte[] bytes, Class<T> type) {
    if (bytes == null || bytes.length == 0) {
      throw new UnreadableMessageException(type, "it is empty", null);
    }
    if (bytes.length > MAX_BYTES) {
      throw new UnreadableMessageException(type, "it has " + bytes.length + " bytes", null);
    }
    try {
      T message = json.readValue(bytes, type);
      if (message == null) {
        throw new UnreadableMessageException(type, "it is null", null);
      }
      return message;
    } catch (IOException e) {
      throw new UnreadableMessageException(type, firstLine(e), e);
    }
  }

  private static String firstLine(IOException e) {
    String text =
        e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
    return text == null ? e.getClass().getSimpleName() : text.lines().findFirst().orElse("");
  }
}
