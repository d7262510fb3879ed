package io.ledgerline.platform.problem;

import io.vertx.core.http.HttpClosedException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.RetriableException;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/**
 * Tells a part that is away from a fault of our own. A database that restarts, a connection that is
 * refused and a pool that runs dry are all worth a repetition; a wrong SQL statement is not.
 */
public final class DependencyFailures {
  /** Deep enough for the wrappers of Hibernate, Mutiny and the drivers; ends cycles. */
  private static final int MAX_DEPTH = 12;

  private static final List<Class<? extends Throwable>> AWAY =
      List.of(
          SocketException.class,
          SocketTimeoutException.class,
          UnknownHostException.class,
          ClosedChannelException.class,
          ClosedConnectionException.class,
          HttpClosedException.class,
          SQLTransientException.class,
          SQLRecoverableException.class,
          SQLNonTransientConnectionException.class,
          TimeoutException.class,
          io.smallrye.mutiny.TimeoutException.class,
          RetriableException.class,
          CircuitBreakerOpenException.class,
          BulkheadException.class);

  /** Connection exceptions, too little resources, operator intervention (shutdown, starting up). */
  private static final Set<String> AWAY_SQL_CLASSES = Set.of("08", "53", "57");

  /** What Vert.x's pools say, without a type of their own, when no connection came in time. */
  private static final Set<String> AWAY_MESSAGES =
      Set.of(
          "Timeout",
          "Connection closed",
          "Pool closed",
          "Connection pool reached max wait queue size");

  private DependencyFailures() {}

  /** Returns the cause that says "away", or empty when the failure is of another kind. */
  public static Optional<Throwable> find(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
      if (saysAway(cause)) {
        return Optional.of(cause);
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }

  /** Whether a repetition may help because something was away; see {@link #find}. */
  public static boolean isAway(Throwable failure) {
    return find(failure).isPresent();
  }

  private static boolean saysAway(Throwable cause) {
    if (cause instanceof PgException pg) {
      return saysAway(pg.getSqlState());
    }
    // The JDBC driver has one type for all that a server says.
    if (cause instanceof SQLException sql && saysAway(sql.getSQLState())) {
      return true;
    }
    if (cause.getClass().getName().startsWith("io.vertx.core.")) {
      String message = cause.getMessage();
      return message != null && AWAY_MESSAGES.stream().anyMatch(message::startsWith);
    }
    return AWAY.stream().anyMatch(type -> type.isInstance(cause));
  }

  private static boolean saysAway(String sqlState) {
    return sqlState != null
        && sqlState.length() == 5
        && AWAY_SQL_CLASSES.contains(sqlState.substring(0, 2));
  }
}
