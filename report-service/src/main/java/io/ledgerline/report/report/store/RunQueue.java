package io.ledgerline.report.report.store;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.platform.idempotency.BodyDigest;
import io.ledgerline.platform.idempotency.IdempotencyKey;
import io.ledgerline.platform.problem.ErrorCode;
import io.ledgerline.platform.problem.TooMany;
import io.ledgerline.report.report.ReportRun;
import io.ledgerline.report.report.RunRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/**
 * Takes runs that people ask for: a bounded number may wait, and a call that is made again finds
 * the run that it made first. One call of a tenant is dealt with at a time.
 */
@ApplicationScoped
public class RunQueue {
  /** Runs take seconds to minutes: a place is not free at once. */
  private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

  private static final String ALONE =
      "SELECT pg_advisory_xact_lock(hashtextextended('ledgerline report-run ' || $1, 0))";
  private static final String FIND =
      "SELECT id, body_digest FROM report_run WHERE tenant = $1 AND idempotency_key = $2";
  private static final String WAITING =
      "SELECT count(*) AS n FROM (SELECT 1 FROM report_run WHERE tenant = $1 AND state = 'QUEUED'"
          + " LIMIT $2) AS w";
  private static final String NAME =
      "UPDATE report_run SET idempotency_key = $2, body_digest = $3 WHERE id = $1";

  private final Pool database;
  private final RunStore runs;

  RunQueue(Pool database, RunStore runs) {
    this.database = database;
    this.runs = runs;
  }

  /**
   * A call that can be made again.
   *
   * @param key the caller's own name for it
   * @param body what its body is known again by
   */
  public record Call(IdempotencyKey key, BodyDigest body) {}

  /**
   * What became of it.
   *
   * @param run the run's id
   * @param replayed whether an earlier call made it
   */
  public record Taken(UUID run, boolean replayed) {}

  /** Further work for a run that was added, in the same transaction. */
  @FunctionalInterface
  public interface Further {
    /** Nothing. */
    Further NOTHING = (transaction, run) -> Uni.createFrom().voidItem();

    /** Does it; no other run of the tenant is added meanwhile. */
    Uni<Void> in(SqlClient transaction, UUID run);
  }

  /**
   * Takes a run, as {@link #take(TenantId, RunRequest, ReportRun.Origin, Call, int, Further)} does.
   */
  public Uni<Taken> take(
      TenantId tenant, RunRequest request, ReportRun.Origin origin, Call call, int most) {
    return take(tenant, request, origin, call, most, Further.NOTHING);
  }

  /**
   * Takes a run.
   *
   * @param call null when the caller does not name it
   * @param most how many of the tenant's runs may wait
   * @param further done with the run unless an earlier call made it
   * @return fails with {@link TooMany} when as many wait, and with 422 when the call's key was used
   *     for another body
   */
  public Uni<Taken> take(
      TenantId tenant,
      RunRequest request,
      ReportRun.Origin origin,
      Call call,
      int most,
      Further further) {
    return database.withTransaction(
        tx ->
            tx.preparedQuery(ALONE)
                .execute(Tuple.of(tenant.value()))
                .chain(() -> find(tx, tenant, call))
                .chain(
                    known ->
                        known != null
                            ? Uni.createFrom().item(new Taken(known, true))
                            : requirePlace(tx, tenant, most)
                                .chain(() -> add(tx, tenant, request, origin, call))
                                .call(id -> further.in(tx, id))
                                .map(id -> new Taken(id, false))));
  }

  private static Uni<UUID> find(SqlClient transaction, TenantId tenant, Call call) {
    if (call == null) {
      return Uni.createFrom().nullItem();
    }
    return transaction
        .preparedQuery(FIND)
        .execute(Tuple.of(tenant.value(), call.key().text()))
        .map(
            rows -> {
              if (rows.size() == 0) {
                return null;
              }
              var row = rows.iterator().next();
              call.body().check(row.getBuffer("body_digest").getBytes());
              return row.getUUID("id");
            });
  }

  private static Uni<Void> requirePlace(SqlClient transaction, TenantId tenant, int most) {
    return transaction
        .preparedQuery(WAITING)
        .execute(Tuple.of(tenant.value(), most))
        .invoke(
            rows -> {
              if (rows.iterator().next().getLong("n") >= most) {
                throw new TooMany(
                    ErrorCode.TOO_MANY_RUNS, most + " report runs wait to be made.", RETRY_AFTER);
              }
            })
        .replaceWithVoid();
  }

  private Uni<UUID> add(
      SqlClient transaction,
      TenantId tenant,
      RunRequest request,
      ReportRun.Origin origin,
      Call call) {
    Uni<UUID> added = runs.add(transaction, tenant, request, origin);
    return call == null
        ? added
        : added.call(
            id ->
                transaction
                    .preparedQuery(NAME)
                    .execute(Tuple.of(id, call.key().text(), Buffer.buffer(call.body().bytes()))));
  }
}
