package io.ledgerline.report.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerline.platform.json.JsonSettings;

/**
 * Between records and {@code jsonb} columns. Statements write with {@code $n::text::jsonb} and read
 * with {@code column::text}: the driver itself would turn decimals into binary floats. Thread-safe.
 */
public final class JsonColumns {
  private static final ObjectMapper JSON = JsonSettings.newMapper();

  private JsonColumns() {}

  /** The text to be stored; null stays null. */
  public static String write(Object value) {
    try {
      return value == null ? null : JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(value.getClass() + " cannot be written as JSON", e);
    }
  }

  /** The text of a list whose elements name their kind in JSON; null stays null. */
  public static <T> String write(T value, TypeReference<T> type) {
    try {
      return value == null ? null : JSON.writerFor(type).writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(value.getClass() + " cannot be written as JSON", e);
    }
  }

  /** What was stored; null stays null. */
  public static <T> T read(String text, Class<T> type) {
    try {
      return text == null ? null : JSON.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a column does not hold a " + type.getSimpleName(), e);
    }
  }

  /** What was stored, for types with parameters; null stays null. */
  public static <T> T read(String text, TypeReference<T> type) {
    try {
      return text == null ? null : JSON.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a column does not hold a " + type.getType(), e);
    }
  }
}
