package io.ledgerline.report.access;

import io.ledgerline.contracts.InvalidValueException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/**
 * How a key is replaced.
 *
 * @param gracePeriod how long the old key goes on, as an ISO 8601 duration; a day without one
 * @param expiresAt when the new key ends; without it, it lives as long as the old one was meant to
 */
public record RotationWish(String gracePeriod, Instant expiresAt) {
  private static final Duration USUAL = Duration.ofDays(1);
  private static final Duration LONGEST = Duration.ofDays(90);

  /** Checks the grace period. */
  public RotationWish {
    Duration grace = parsed(gracePeriod);
    if (grace.isNegative() || grace.compareTo(LONGEST) > 0) {
      throw invalid();
    }
  }

  Duration grace() {
    return parsed(gracePeriod);
  }

  private static Duration parsed(String text) {
    try {
      return text == null ? USUAL : Duration.parse(text);
    } catch (DateTimeException e) {
      throw invalid();
    }
  }

  private static InvalidValueException invalid() {
    return new InvalidValueException(
        "gracePeriod",
        "invalid-duration",
        "'gracePeriod' is an ISO 8601 duration such as PT24H or P7D, at most P90D.");
  }
}
