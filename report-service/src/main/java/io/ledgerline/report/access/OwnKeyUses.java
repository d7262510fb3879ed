package io.ledgerline.report.access;

import io.ledgerline.contracts.message.AccessUsed;
import io.ledgerline.platform.access.KeyUseSink;
import io.ledgerline.platform.messaging.RecordIntake;
import io.ledgerline.report.store.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps when keys were used last, here and at the other services. */
@ApplicationScoped
public class OwnKeyUses implements KeyUseSink {
  private static final String UPDATE =
      "UPDATE api_key k SET last_used_at = u.at"
          + " FROM unnest($1::text[], $2::timestamptz[]) AS u (prefix, at)"
          + " WHERE k.prefix = u.prefix AND (k.last_used_at IS NULL OR k.last_used_at < u.at)";

  private final Pool database;
  private final RecordIntake intake;

  OwnKeyUses(Pool database, RecordIntake intake) {
    this.database = database;
    this.intake = intake;
  }

  @Override
  public Uni<Void> keep(Map<String, Instant> lastUsed) {
    TreeMap<String, Instant> sorted = new TreeMap<>(lastUsed);
    return database
        .preparedQuery(UPDATE)
        .execute(
            Tuple.of(Columns.texts(sorted.keySet()), Columns.utc(List.copyOf(sorted.values()))))
        .replaceWithVoid();
  }

  @Incoming("access-used-in")
  Uni<Void> apply(ConsumerRecords<String, byte[]> poll) {
    return intake.take(poll, AccessUsed.class, (used, record) -> keep(used.lastUsed()));
  }
}
