package io.ledgerline.report.allocation;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.ledgerline.contracts.InvalidValueException;
import java.util.Locale;

/** How the numbers of fixed shares are meant. */
public enum WeightKind {
  /** In proportion to their sum, whatever it is. */
  @JsonProperty("relative")
  RELATIVE,
  /** Of a hundred: other sums are refused. */
  @JsonProperty("percent")
  PERCENT;

  /**
   * Reads the API's word; null stays null.
   *
   * @throws InvalidValueException {@code unknown-weights}
   */
  public static WeightKind of(String wire) {
    for (WeightKind kind : values()) {
      if (kind.wire().equals(wire)) {
        return kind;
      }
    }
    if (wire == null) {
      return null;
    }
    throw new InvalidValueException(
        "weights", "unknown-weights", "'weights' is relative or percent.");
  }

  /** As the API writes it. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
