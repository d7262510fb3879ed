package io.ledgerline.contracts.usage;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.ledgerline.contracts.InvalidValueException;

/**
 * A named quantity. The constants are the meters that Ledgerline itself speaks of; sources may use
 * others.
 *
 * @param value lower-case letter, then up to 62 letters, digits or underscores
 */
public record MeterName(@JsonValue String value) implements Comparable<MeterName> {
  private static final int MAX_LENGTH = 63;

  /** Calls made, failed ones not among them. */
  public static final MeterName REQUESTS = new MeterName("requests");

  /** Calls that the provider refused or broke off; never priced. */
  public static final MeterName FAILED_REQUESTS = new MeterName("failed_requests");

  /** Uncached input tokens. */
  public static final MeterName INPUT_TOKENS = new MeterName("input_tokens");

  /** Output tokens. */
  public static final MeterName OUTPUT_TOKENS = new MeterName("output_tokens");

  /** Input tokens read from a prompt cache. */
  public static final MeterName CACHE_READ_TOKENS = new MeterName("cache_read_tokens");

  /** Input tokens written to a prompt cache. */
  public static final MeterName CACHE_WRITE_TOKENS = new MeterName("cache_write_tokens");

  /** Images made or embedded. */
  public static final MeterName IMAGES = new MeterName("images");

  /** Checks the form. */
  @JsonCreator
  public MeterName {
    if (value == null || !hasForm(value)) {
      throw new InvalidValueException(
          "quantities",
          "invalid-meter",
          "A meter is named by a lower-case letter and up to 62 letters, digits or underscores, such as input_tokens.");
    }
  }

  /** {@code [a-z][a-z0-9_]{0,62}}, without the cost of a pattern: it is asked for every event. */
  private static boolean hasForm(String value) {
    if (value.isEmpty() || value.length() > MAX_LENGTH || !isLetter(value.charAt(0))) {
      return false;
    }
    for (int i = 1; i < value.length(); i++) {
      char c = value.charAt(i);
      if (!isLetter(c) && !(c >= '0' && c <= '9') && c != '_') {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }

  @Override
  public int compareTo(MeterName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
