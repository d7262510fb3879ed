package io.ledgerline.ingest.ledger.correct;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.ingest.ledger.NumberedStatement;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes corrections, claims them and notes how far they are. All times are the database's. */
@ApplicationScoped
class CorrectionTable {
  private static final NumberedStatement INSERT =
      new NumberedStatement(
          """
          INSERT INTO correction (id, tenant, kind, reason, actor, actor_name, call, request,
            selection, watermark, state, candidates, effect)
          VALUES ($1, $2, $3, $4, $5, $6, $7::uuid, $8, $9::jsonb, $10, 'PENDING', $11, $12::jsonb)
          ON CONFLICT (call) DO NOTHING""");

  private static final NumberedStatement DONE =
      new NumberedStatement(
          """
          UPDATE correction SET state = 'DONE', checked = candidates, effect = $2::jsonb,
            results = $3::jsonb, finished_at = now()
          WHERE id = $1 AND state = 'PENDING'""");

  private static final String CLAIM =
      """
      UPDATE correction SET state = 'RUNNING', fence = fence + 1, attempts = attempts + 1,
        lease_until = now() + ? * interval '1 millisecond'
      WHERE id = (
        SELECT id FROM correction
        WHERE state = 'PENDING' AND not_before <= now()
          OR state = 'RUNNING' AND lease_until < now()
        ORDER BY not_before, no LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING id, tenant, selection::text, watermark, fence, attempts""";

  private static final String LOCK =
      """
      SELECT behind, checked, effect::text FROM correction
      WHERE id = ? AND fence = ? AND state = 'RUNNING' FOR UPDATE""";

  private static final NumberedStatement PROGRESS =
      new NumberedStatement(
          """
          UPDATE correction SET behind = $3, checked = $4, effect = $5::jsonb, attempts = 0,
            lease_until = now() + $6 * interval '1 millisecond',
            state = CASE WHEN $7 THEN 'DONE' ELSE state END,
            finished_at = CASE WHEN $7 THEN now() END
          WHERE id = $1 AND fence = $2 AND state = 'RUNNING'""");

  private static final NumberedStatement LATER =
      new NumberedStatement(
          """
          UPDATE correction SET state = 'PENDING', lease_until = NULL,
            not_before = now() + $3 * interval '1 millisecond'
          WHERE id = $1 AND fence = $2 AND state = 'RUNNING'""");

  private static final NumberedStatement FAILED =
      new NumberedStatement(
          """
          UPDATE correction SET state = 'FAILED', lease_until = NULL, failure = $3,
            finished_at = now()
          WHERE id = $1 AND fence = $2 AND state = 'RUNNING'""");

  private final CorrectionConfig config;
  private final ObjectMapper json;

  CorrectionTable(CorrectionConfig config, ObjectMapper json) {
    this.config = config;
    this.json = json;
  }

  /**
   * How far a correction is.
   *
   * @param behind where to go on: behind this batch number, or this many named events
   * @param checked how many rows or named events were looked at
   * @param effect what was changed
   */
  record Progress(long behind, long checked, Effect effect) {}

  /**
   * Notes a new correction, in a transaction.
   *
   * @param candidates how many rows or named events there are to look at
   * @throws AskedMeanwhileException when a call with its key was committed; waits for one that is
   *     under way
   */
  void insert(
      Connection connection,
      UUID id,
      Asked asked,
      CorrectionRequest request,
      Selection selection,
      long watermark,
      long candidates)
      throws SQLException {
    int inserted =
        INSERT.update(
            connection,
            id,
            asked.tenant().value(),
            request.kind().name(),
            request.reason(),
            asked.actor(),
            asked.actorName(),
            asked.call() == null ? null : asked.call().toString(),
            asked.body().bytes(),
            selection.json().encode(),
            watermark,
            candidates,
            write(EffectView.of(Effect.NONE)));
    if (inserted == 0) {
      throw new AskedMeanwhileException();
    }
  }

  /** Notes, in the transaction that made it, that a correction is done. */
  void done(Connection connection, UUID id, Effect effect, List<EventCorrection> results)
      throws SQLException {
    DONE.update(connection, id, write(EffectView.of(effect)), write(results));
  }

  /** Takes the next correction that waits, or one whose worker has gone silent. */
  Optional<Claim> claim(Connection connection) throws SQLException {
    try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
      claim.setLong(1, config.lease().toMillis());
      try (ResultSet row = claim.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        return Optional.of(
            new Claim(
                row.getObject("id", UUID.class),
                new TenantId(row.getString("tenant")),
                Selection.of(new JsonObject(row.getString("selection"))),
                row.getLong("watermark"),
                row.getLong("fence"),
                row.getInt("attempts")));
      }
    }
  }

  /** How far it is; nobody else gets on with it until the transaction's end. */
  Progress lock(Connection connection, Claim claim) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
      lock.setObject(1, claim.id());
      lock.setLong(2, claim.fence());
      try (ResultSet row = lock.executeQuery()) {
        if (!row.next()) {
          throw new LeaseLostException(claim.id());
        }
        return new Progress(
            row.getLong("behind"),
            row.getLong("checked"),
            json.readValue(row.getString("effect"), EffectView.class).effect());
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the effect of " + claim.id() + " cannot be read", e);
    }
  }

  /** Notes a chunk, in the chunk's transaction. */
  void progress(Connection connection, Claim claim, Progress progress, boolean last)
      throws SQLException {
    check(
        claim,
        PROGRESS.update(
            connection,
            claim.id(),
            claim.fence(),
            progress.behind(),
            progress.checked(),
            write(EffectView.of(progress.effect())),
            config.lease().toMillis(),
            last));
  }

  /** Gives a correction back, to be gone on with after a pause. */
  void later(Connection connection, Claim claim, Duration pause) throws SQLException {
    check(claim, LATER.update(connection, claim.id(), claim.fence(), pause.toMillis()));
  }

  /** Gives a correction up; what it did stays. */
  void failed(Connection connection, Claim claim, String failure) throws SQLException {
    check(claim, FAILED.update(connection, claim.id(), claim.fence(), failure));
  }

  private static void check(Claim claim, int updated) {
    if (updated != 1) {
      throw new LeaseLostException(claim.id());
    }
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a correction cannot be written", e);
    }
  }
}
