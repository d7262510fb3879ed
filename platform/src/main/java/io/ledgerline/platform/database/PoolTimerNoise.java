package io.ledgerline.platform.database;

import io.quarkus.logging.LoggingFilter;
import java.util.Arrays;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * Keeps one message out of the log that says nothing: Vert.x's pool forgets to stop its timer when
 * a connection is refused, and complains about itself when the timer fires. While a database is
 * away that would be twenty lines for every call; the call itself has failed, and told why, long
 * before.
 */
@LoggingFilter(name = "pool-timer-noise")
public final class PoolTimerNoise implements Filter {
  private static final String MESSAGE = "Result is already complete";
  private static final String POOL = "io.vertx.sqlclient.impl.pool.SqlConnectionPool";

  @Override
  public boolean isLoggable(LogRecord record) {
    Throwable thrown = record.getThrown();
    return !(thrown instanceof IllegalStateException)
        || !MESSAGE.equals(thrown.getMessage())
        || Arrays.stream(thrown.getStackTrace())
            .noneMatch(frame -> frame.getClassName().startsWith(POOL));
  }
}
