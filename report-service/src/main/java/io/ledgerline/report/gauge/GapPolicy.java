package io.ledgerline.report.gauge;

import com.fasterxml.jackson.annotation.JsonValue;
import io.ledgerline.contracts.InvalidValueException;
import java.util.Arrays;
import java.util.Locale;

/**
 * What holds in a gap: where the sample before holds no longer and the next has not come. Whatever
 * it is, the gap's hours are shown as not covered.
 */
public enum GapPolicy {
  /** Nothing: averages are of the hours that are covered, and nothing is charged for the others. */
  CARRY,
  /** Zero: averages are of all hours. */
  ZERO,
  /** The average of the sample before the gap and the one after it; at an open end nothing. */
  AVERAGE;

  /** As it is told. */
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The policy of that name; {@code unknown-gap-policy} when there is none. */
  public static GapPolicy of(String text) {
    return Arrays.stream(values())
        .filter(policy -> policy.wireName().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidValueException(
                    "gap", "unknown-gap-policy", "'gap' is 'carry', 'zero' or 'average'."));
  }
}
