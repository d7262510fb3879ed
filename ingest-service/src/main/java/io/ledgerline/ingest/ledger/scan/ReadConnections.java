package io.ledgerline.ingest.ledger.scan;

import io.agroal.api.AgroalDataSource;
import io.ledgerline.platform.problem.DependencyFailures;
import io.ledgerline.platform.problem.DependencyUnavailable;
import io.quarkus.agroal.DataSource;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Connections for reading in bulk. A pool of their own, so that readers and writers never wait for
 * each other's connections.
 */
@ApplicationScoped
public class ReadConnections {
  /** Work with a connection inside a read-only transaction. */
  @FunctionalInterface
  public interface Work<T> {
    /** Called on a worker thread; must not keep the connection. */
    T with(Connection connection) throws SQLException;
  }

  private final AgroalDataSource pool;

  ReadConnections(@DataSource("reading") AgroalDataSource pool) {
    this.pool = pool;
  }

  /**
   * Does the work on a worker thread and answers on the caller's event loop, where there is one.
   * Fails with {@link DependencyUnavailable} when the database is away or all connections are
   * taken.
   */
  public <T> Uni<T> call(Work<T> work) {
    return Uni.createFrom()
        .deferred(
            () -> {
              Context caller = Vertx.currentContext();
              Uni<T> result =
                  Uni.createFrom()
                      .item(() -> now(work))
                      .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
              return caller == null
                  ? result
                  : result.emitOn(task -> caller.runOnContext(ignored -> task.run()));
            });
  }

  /** Does the work on the current thread, which must not be an event loop. */
  public <T> T now(Work<T> work) {
    try (Connection connection = open()) {
      connection.setAutoCommit(false);
      try {
        return work.with(connection);
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw DependencyFailures.isAway(e)
          ? new DependencyUnavailable("the database", e)
          : new IllegalStateException("the ledger could not be read", e);
    }
  }

  private Connection open() {
    try {
      return pool.getConnection();
    } catch (SQLException e) {
      throw new DependencyUnavailable("the database", e);
    }
  }
}
