package io.ledgerline.report.allocation;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.ledgerline.contracts.InvalidValueException;
import java.util.Locale;

/** What says how large each target's part is. */
public enum Method {
  /** The rule itself: a weight or a percentage for each target. */
  @JsonProperty("fixed")
  FIXED,
  /** What each target used in the time, by meters or by cost. */
  @JsonProperty("by-usage")
  BY_USAGE,
  /** Nothing: all parts are equal. */
  @JsonProperty("even")
  EVEN;

  /**
   * Reads the API's word.
   *
   * @throws InvalidValueException {@code unknown-method}
   */
  public static Method of(String wire) {
    for (Method method : values()) {
      if (method.wire().equals(wire)) {
        return method;
      }
    }
    throw new InvalidValueException(
        "method", "unknown-method", "'method' is fixed, by-usage or even.");
  }

  /** As the API writes it. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
