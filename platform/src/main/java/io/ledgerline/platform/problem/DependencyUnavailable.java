package io.ledgerline.platform.problem;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A part that the call needs cannot be reached: 503 with {@code Retry-After}. The call may be
 * repeated.
 */
public final class DependencyUnavailable extends LedgerlineException {
  private static final long serialVersionUID = 1L;

  /** The dependency in plain words ("the database") and what went wrong, which is only logged. */
  public DependencyUnavailable(String dependency, Throwable cause) {
    super(
        ErrorCode.DEPENDENCY_UNAVAILABLE,
        "%s cannot be reached just now.".formatted(capitalised(dependency)),
        List.of(),
        Map.of(),
        cause);
  }

  private static String capitalised(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
