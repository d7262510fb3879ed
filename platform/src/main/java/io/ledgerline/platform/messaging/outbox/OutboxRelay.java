package io.ledgerline.platform.messaging.outbox;

import io.ledgerline.platform.messaging.KafkaSender;
import io.ledgerline.platform.messaging.OutgoingRecord;
import io.ledgerline.platform.schema.SchemaMigration;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Empties the outbox: claims rows that no other replica holds, sends them, waits for the broker,
 * marks them, commits. A crash between sending and commit repeats the send, never loses it. One
 * round at a time in each process.
 */
@ApplicationScoped
@IfBuildProperty(name = "ledgerline.outbox.enabled", stringValue = "true")
public class OutboxRelay {
  private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

  private static final String CLAIM =
      "SELECT id, topic, record_key, payload, traceparent FROM outbox WHERE published_at IS NULL"
          + " ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED";
  private static final String MARK = "UPDATE outbox SET published_at = now() WHERE id = ANY($1)";
  private static final String CLEAN = "DELETE FROM outbox WHERE published_at < $1";

  private final Pool database;
  private final KafkaSender kafka;
  private final OutboxConfig config;
  private final SchemaMigration schema;
  private final Clock clock;
  private final AtomicBoolean running = new AtomicBoolean();
  private final AtomicBoolean wanted = new AtomicBoolean();
  private final AtomicBoolean failing = new AtomicBoolean();
  private volatile boolean stopping;

  OutboxRelay(
      Pool database, KafkaSender kafka, OutboxConfig config, SchemaMigration schema, Clock clock) {
    this.database = database;
    this.kafka = kafka;
    this.config = config;
    this.schema = schema;
    this.clock = clock;
  }

  /** Starts a round unless one runs; that one then takes another turn. Returns at once. */
  public void wake() {
    wanted.set(true);
    if (schema.isReady() && !stopping && running.compareAndSet(false, true)) {
      turn();
    }
  }

  void stop(@Observes ShutdownEvent ignored) {
    stopping = true;
  }

  @Scheduled(every = "${ledgerline.outbox.tick:1s}", delayed = "3s")
  void tick() {
    wake();
  }

  @Scheduled(every = "1h", delayed = "5m")
  Uni<Void> clean() {
    if (!schema.isReady()) {
      return Uni.createFrom().voidItem();
    }
    return database
        .preparedQuery(CLEAN)
        .execute(Tuple.of(clock.instant().minus(config.keepPublished()).atOffset(ZoneOffset.UTC)))
        .replaceWithVoid()
        .onFailure()
        .invoke(e -> LOG.warnf("Published outbox rows were not removed this time: %s", e))
        .onFailure()
        .recoverWithNull();
  }

  private void turn() {
    wanted.set(false);
    database
        .withTransaction(this::publish)
        .subscribe()
        .with(
            sent -> {
              if (failing.compareAndSet(true, false)) {
                LOG.info("The outbox goes out again");
              }
              end(sent == config.batch());
            },
            failure -> {
              if (!stopping && failing.compareAndSet(false, true)) {
                LOG.warnf("The outbox waits, it cannot go out now: %s", failure);
              }
              running.set(false);
            });
  }

  private void end(boolean full) {
    if (!stopping && (full || wanted.get())) {
      turn();
      return;
    }
    running.set(false);
    if (wanted.get()) {
      wake();
    }
  }

  private Uni<Integer> publish(SqlConnection transaction) {
    return transaction
        .preparedQuery(CLAIM)
        .execute(Tuple.of(config.batch()))
        .chain(rows -> rows.size() == 0 ? Uni.createFrom().item(0) : send(transaction, rows));
  }

  private Uni<Integer> send(SqlConnection transaction, RowSet<Row> rows) {
    List<Uni<Void>> sends = new ArrayList<>();
    List<Long> ids = new ArrayList<>();
    for (Row row : rows) {
      ids.add(row.getLong("id"));
      OutgoingRecord record =
          new OutgoingRecord(
              row.getString("topic"),
              row.getString("record_key"),
              row.getBuffer("payload").getBytes());
      sends.add(kafka.send(record, TraceParent.read(row.getString("traceparent"))));
    }
    return Uni.join()
        .all(sends)
        .andCollectFailures()
        .chain(
            done ->
                transaction
                    .preparedQuery(MARK)
                    .execute(Tuple.of(ids.toArray(Long[]::new)))
                    .replaceWith(ids.size()));
  }
}
