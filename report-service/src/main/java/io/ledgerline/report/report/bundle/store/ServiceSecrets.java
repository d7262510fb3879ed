package io.ledgerline.report.report.bundle.store;

import io.ledgerline.platform.problem.DependencyFailures;
import io.ledgerline.report.store.Awaiting;
import io.ledgerline.report.store.Columns;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * Secrets that this service makes for itself where it is given none: made once, kept in the
 * database, the same for all replicas. Never logged. Blocking.
 */
@ApplicationScoped
public class ServiceSecrets {
  private static final String KEEP =
      "INSERT INTO service_secret (name, value, created_at) VALUES ($1, $2, $3)"
          + " ON CONFLICT (name) DO NOTHING";
  private static final String READ = "SELECT value FROM service_secret WHERE name = $1";

  private final Pool database;
  private final Clock clock;

  ServiceSecrets(Pool database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The secret of a name; the first one to ask makes it. */
  public byte[] of(String name, Supplier<byte[]> maker) {
    byte[] known = read(name);
    if (known != null) {
      return known;
    }
    keep(name, maker.get());
    return read(name);
  }

  /** A failure other than an outage is told without its cause: drivers show values in messages. */
  private void keep(String name, byte[] secret) {
    Tuple values = Tuple.of(name, Buffer.buffer(secret), Columns.utc(clock.instant()));
    try {
      Awaiting.outcome(database.preparedQuery(KEEP).execute(values));
    } catch (RuntimeException e) {
      if (DependencyFailures.isAway(e)) {
        throw e;
      }
      throw new IllegalStateException("the secret " + name + " cannot be kept");
    }
  }

  private byte[] read(String name) {
    return Awaiting.outcome(
        database
            .preparedQuery(READ)
            .execute(Tuple.of(name))
            .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getBuffer(0).getBytes()));
  }
}
