package io.ledgerline.notify.delivery.store;

import io.ledgerline.contracts.message.DeliveryUpdated.State;
import io.ledgerline.notify.channel.Shipment;
import io.ledgerline.notify.delivery.core.AttemptResult;
import io.ledgerline.notify.delivery.core.Progress;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * Hands out deliveries that are due, each to one replica at a time. A claim ends with its result or
 * with its lease; the attempt of a claim that ended with its lease is noted as lost.
 */
@ApplicationScoped
public class Claims {
  private static final String CLAIM =
      """
      WITH due AS (
        SELECT id FROM delivery
        WHERE due_at <= $1 AND (lease_until IS NULL OR lease_until <= $1) AND id <> ALL ($5)
        ORDER BY due_at LIMIT $2 FOR UPDATE SKIP LOCKED
      ), claimed AS (
        UPDATE delivery d
        SET lease_until = $3, fence = fence + 1, attempts = attempts + 1, round = round + 1
        FROM due WHERE d.id = due.id RETURNING d.*
      ), lost AS (
        UPDATE delivery_attempt a SET outcome = 'LOST', finished_at = $1, detail = $4
        FROM claimed c WHERE a.delivery_id = c.id AND a.outcome = 'RUNNING'
        RETURNING a.delivery_id
      ), started AS (
        INSERT INTO delivery_attempt (delivery_id, number, started_at, outcome)
        SELECT id, attempts, $1, 'RUNNING' FROM claimed
      )
      SELECT c.id, c.target, c.state, c.attempts, c.round, c.revision, c.due_at, c.fence,
             r.message, r.traceparent,
             EXISTS (SELECT 1 FROM lost l WHERE l.delivery_id = c.id) AS after_loss
      FROM claimed c JOIN completed_report r ON r.run_id = c.run_id
      ORDER BY c.due_at
      """;

  private final Pool database;
  private final StoredJson json;
  private final Clock clock;

  Claims(Pool database, StoredJson json, Clock clock) {
    this.database = database;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Claims up to {@code limit} deliveries, the longest due first; empty when none is due.
   *
   * @param held what this replica is still busy with, to be left out even if its lease has ended: a
   *     database that was away must not make it send twice
   */
  public Uni<List<Claim>> next(int limit, Duration lease, Collection<UUID> held) {
    Instant now = Times.now(clock);
    Instant leaseUntil = now.plus(lease);
    return database
        .preparedQuery(CLAIM)
        .execute(
            Tuple.of(
                Times.utc(now),
                limit,
                Times.utc(leaseUntil),
                AttemptResult.lost().detail(),
                held.toArray(UUID[]::new)))
        .map(rows -> read(rows, now, leaseUntil));
  }

  private List<Claim> read(RowSet<Row> rows, Instant now, Instant leaseUntil) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(row -> read(row, now, leaseUntil))
        .toList();
  }

  private Claim read(Row row, Instant now, Instant leaseUntil) {
    Progress progress =
        new Progress(
            State.valueOf(row.getString("state")),
            row.getInteger("attempts"),
            row.getInteger("round"),
            row.getLong("revision"),
            row.getOffsetDateTime("due_at").toInstant());
    return new Claim(
        new Shipment(
            row.getUUID("id"),
            json.report(row.getString("message")),
            json.target(row.getString("target"))),
        progress,
        row.getLong("fence"),
        row.getBoolean("after_loss"),
        now,
        leaseUntil,
        row.getString("traceparent"));
  }
}
