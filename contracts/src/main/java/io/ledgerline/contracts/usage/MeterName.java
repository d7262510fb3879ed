package io.ledgerline.contracts.usage;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.ledgerline.contracts.InvalidValueException;
import java.util.regex.Pattern;

/**
 * A named quantity. The constants are the meters that Ledgerline itself speaks of; sources may use
 * others.
 *
 * @param value lower-case letter, then up to 62 letters, digits or underscores
 */
public record MeterName(@JsonValue String value) implements Comparable<MeterName> {
  // First: the constants below are checked by it.
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]{0,62}");

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
    if (value == null || !FORM.matcher(value).matches()) {
      throw new InvalidValueException(
          "quantities",
          "invalid-meter",
          "A meter is named by a lower-case letter and up to 62 letters, digits or underscores, such as input_tokens.");
    }
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
