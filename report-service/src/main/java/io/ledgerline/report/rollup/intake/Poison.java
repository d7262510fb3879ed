package io.ledgerline.report.rollup.intake;

import io.ledgerline.platform.messaging.UnreadableMessageException;
import io.ledgerline.platform.problem.DependencyFailures;
import io.vertx.pgclient.PgException;

/** Tells a record that can never be applied from a part that is away for a while. */
final class Poison {
  /** SQL's data exceptions and broken constraints: the value's fault, the same next time. */
  private static final String DATA = "22";

  private static final String CONSTRAINT = "23";

  private Poison() {}

  /** Whether trying the same record again cannot help. */
  static boolean isPoison(Throwable failure) {
    if (DependencyFailures.isAway(failure)) {
      return false;
    }
    return switch (failure) {
      case PgException pg ->
          pg.getSqlState() != null
              && (pg.getSqlState().startsWith(DATA) || pg.getSqlState().startsWith(CONSTRAINT));
      case UnreadableMessageException e -> true;
      case IllegalArgumentException e -> true;
      case ArithmeticException e -> true;
      case NullPointerException e -> true;
      default -> false;
    };
  }
}
