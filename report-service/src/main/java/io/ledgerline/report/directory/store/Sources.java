package io.ledgerline.report.directory.store;

import io.ledgerline.contracts.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Notes when the directory's sources were heard. */
@ApplicationScoped
public class Sources {
  /** A source that asks and finds nothing to change is alive too; told so often is enough. */
  private static final Duration QUIET = Duration.ofMinutes(15);

  private static final int MOST = 1000;

  /** Once a minute is enough: a client that brings a thousand users is one that is alive. */
  private static final String NOTE =
      """
      INSERT INTO directory_sync (tenant, source, door, at)
      SELECT $1, $2, $3, clock_timestamp()
      WHERE NOT EXISTS (
        SELECT FROM directory_sync WHERE tenant = $1 AND source = $2 AND door = $3
          AND at > clock_timestamp() - interval '1 minute')
      ON CONFLICT DO NOTHING""";

  private final Pool database;
  private final Clock clock;
  private final Map<Heard, Instant> heard = new ConcurrentHashMap<>();

  private record Heard(TenantId tenant, String source) {}

  Sources(Pool database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Notes within a transaction that a source changed something. */
  Uni<Void> changed(SqlClient transaction, TenantId tenant, String source, Door door) {
    return transaction
        .preparedQuery(NOTE)
        .execute(Tuple.of(tenant.value(), source, door.wireName()))
        .replaceWithVoid();
  }

  /** Notes that a source was heard, if that was not noted a moment ago. */
  public Uni<Void> heard(TenantId tenant, String source, Door door) {
    Heard key = new Heard(tenant, source);
    Instant now = clock.instant();
    Instant last = heard.get(key);
    if (last != null && Duration.between(last, now).abs().compareTo(QUIET) < 0) {
      return Uni.createFrom().voidItem();
    }
    if (heard.size() >= MOST) {
      heard.clear();
    }
    heard.put(key, now);
    return changed(database, tenant, source, door);
  }
}
