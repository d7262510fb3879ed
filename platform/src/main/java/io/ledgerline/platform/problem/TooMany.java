package io.ledgerline.platform.problem;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The caller has asked for as much as it may for now: 429 with {@code Retry-After}. */
public final class TooMany extends LedgerlineException {
  /** The member of the problem that {@code Retry-After} is taken from. */
  static final String RETRY_AFTER = "retryAfterSeconds";

  private static final long serialVersionUID = 1L;

  /**
   * A refusal for now.
   *
   * @param code a code whose status is 429
   * @param detail a sentence that says what there is too much of
   * @param retryAfter when it is worth trying again; rounded up to seconds
   */
  public TooMany(ErrorCode code, String detail, Duration retryAfter) {
    super(code, detail, List.of(), Map.of(RETRY_AFTER, seconds(retryAfter)), null);
  }

  private static long seconds(Duration pause) {
    return Math.max(1, pause.plusSeconds(1).minusNanos(1).toSeconds());
  }
}
