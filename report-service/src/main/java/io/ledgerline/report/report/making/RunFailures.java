package io.ledgerline.report.report.making;

import io.ledgerline.platform.objectstore.ObjectStoreException;
import io.ledgerline.platform.problem.DependencyFailures;
import io.ledgerline.report.ledger.client.LedgerRefusedException;
import io.ledgerline.report.ledger.client.LedgerUnavailableException;
import io.ledgerline.report.report.RunFailure;

/**
 * Why an attempt failed, and whether another may succeed.
 *
 * @param failure for the run
 * @param worthRepeating whether something was away and may come back
 */
record RunFailures(RunFailure failure, boolean worthRepeating) {
  private static final String INTERNAL = "internal";

  /** Whether it is a fault of the service, whose cause belongs in the log. */
  boolean isOurs() {
    return failure.code().equals(INTERNAL);
  }

  static RunFailures of(Throwable cause) {
    return switch (cause) {
      case LedgerUnavailableException e -> away("the ledger cannot be read just now");
      case LedgerRefusedException e -> last("ledger-refused", e.getMessage());
      case ObjectStoreException e when e.reason().isWorthRetrying() -> away(e.detail());
      case ObjectStoreException e -> last("object-store-refused", e.detail());
      case Throwable e when DependencyFailures.isAway(e) ->
          away("a part that the run needs cannot be reached just now");
      default -> last(INTERNAL, "The run met a fault of the service; its log has the cause.");
    };
  }

  private static RunFailures away(String detail) {
    return new RunFailures(new RunFailure("dependency-unavailable", detail), true);
  }

  private static RunFailures last(String code, String detail) {
    return new RunFailures(new RunFailure(code, detail), false);
  }
}
