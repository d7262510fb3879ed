package io.ledgerline.notify.delivery.core;

import java.util.Objects;

/**
 * What came out of one attempt.
 *
 * @param outcome never {@code RUNNING}
 * @param detail cause of a failure or receipt of a success, one line for people, without secrets
 *     and without anything of the report's content
 */
public record AttemptResult(Outcome outcome, String detail) {
  private static final int MAX_DETAIL = 500;

  /** Checks, and shortens the detail to one line of at most 500 characters. */
  public AttemptResult {
    if (outcome == Outcome.RUNNING) {
      throw new IllegalArgumentException("an attempt that runs has no result");
    }
    detail = oneLine(Objects.requireNonNull(detail, "detail"));
  }

  /** The receiver confirmed. */
  public static AttemptResult delivered(String receipt) {
    return new AttemptResult(Outcome.DELIVERED, receipt);
  }

  /** It failed and may work later. */
  public static AttemptResult failed(String cause) {
    return new AttemptResult(Outcome.FAILED, cause);
  }

  /** It was refused for good. */
  public static AttemptResult refused(String cause) {
    return new AttemptResult(Outcome.REFUSED, cause);
  }

  /** The replica that made it disappeared. */
  public static AttemptResult lost() {
    return new AttemptResult(
        Outcome.LOST, "The replica that made this attempt ended before it could tell the outcome.");
  }

  private static String oneLine(String text) {
    String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return line.length() <= MAX_DETAIL ? line : line.substring(0, MAX_DETAIL - 1) + "…";
  }
}
