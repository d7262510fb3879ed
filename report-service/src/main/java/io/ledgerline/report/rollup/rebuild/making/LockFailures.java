package io.ledgerline.report.rollup.rebuild.making;

import io.vertx.pgclient.PgException;

/** Tells a lock that somebody else holds from other failures. */
final class LockFailures {
  /** {@code lock_not_available}, {@code deadlock_detected}. */
  private static final String NOT_AVAILABLE = "55P03";

  private static final String DEADLOCK = "40P01";

  private LockFailures() {}

  static boolean isBusy(Throwable failure) {
    return failure instanceof PgException pg
        && (NOT_AVAILABLE.equals(pg.getSqlState()) || DEADLOCK.equals(pg.getSqlState()));
  }
}
