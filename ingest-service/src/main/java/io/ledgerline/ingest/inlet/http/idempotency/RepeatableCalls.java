package io.ledgerline.ingest.inlet.http.idempotency;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.ingest.ledger.Afterwards;
import io.ledgerline.ingest.ledger.NumberedStatement;
import io.ledgerline.ingest.ledger.Outcome;
import io.ledgerline.platform.idempotency.IdempotencyKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Calls that are done once, however often they are made. What a call was answered is written in the
 * transaction that records its events; the table's primary key decides between two that come at the
 * same moment, in one process or in several: the second waits for the first one's commit and then
 * tells the same.
 */
@ApplicationScoped
public class RepeatableCalls {
  /** Header of an answer that was given before. */
  public static final String REPLAYED = "Idempotency-Replayed";

  private static final String FIND =
      "SELECT body_digest, answer FROM idempotent_call WHERE key_digest = $1";

  private static final NumberedStatement REMEMBER =
      new NumberedStatement(
          """
          INSERT INTO idempotent_call (key_digest, tenant, body_digest, answer)
          VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING""");

  private final Pool pool;

  /** Calls that this process is about; who comes second waits here and not in a transaction. */
  private final Map<UUID, Uni<Void>> running = new ConcurrentHashMap<>();

  RepeatableCalls(Pool pool) {
    this.pool = pool;
  }

  /**
   * What a call is answered.
   *
   * @param outcomes one per event, in the order sent
   * @param replayed whether it was answered before and nothing was done now
   */
  public record Answer(List<Outcome> outcomes, boolean replayed) {}

  /**
   * Does a call unless it was done before.
   *
   * @param door the call's name; each has keys of its own
   * @param body as sent; the same key with other bytes fails with {@code idempotency-key-reused}
   * @param work does it, and has the given work done in the same transaction
   * @return a call that fails as a whole is not remembered
   */
  public Uni<Answer> once(
      TenantId tenant,
      IdempotencyKey key,
      String door,
      byte[] body,
      Function<Afterwards, Uni<List<Outcome>>> work) {
    return once(RememberedCall.of(tenant, key, door, body), work);
  }

  private Uni<Answer> once(RememberedCall call, Function<Afterwards, Uni<List<Outcome>>> work) {
    return find(call)
        .chain(
            known ->
                known.isPresent()
                    ? Uni.createFrom().item(new Answer(known.get(), true))
                    : first(call, work));
  }

  private Uni<Answer> first(RememberedCall call, Function<Afterwards, Uni<List<Outcome>>> work) {
    Uni<Answer> mine =
        work.apply(remembering(call))
            .map(outcomes -> new Answer(outcomes, false))
            .onFailure(RepeatableCalls::isAnsweredMeanwhile)
            .recoverWithUni(() -> find(call).map(known -> new Answer(known.orElseThrow(), true)))
            .onTermination()
            .invoke(() -> running.remove(call.key()))
            .memoize()
            .indefinitely();
    Uni<Void> end = mine.replaceWithVoid().onFailure().recoverWithNull();
    Uni<Void> other = running.putIfAbsent(call.key(), end);
    return other == null ? mine : other.chain(() -> once(call, work));
  }

  private Uni<Optional<List<Outcome>>> find(RememberedCall call) {
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(call.key()))
        .map(
            rows -> {
              if (rows.size() == 0) {
                return Optional.empty();
              }
              Row row = rows.iterator().next();
              call.body().check(row.getBuffer("body_digest").getBytes());
              return Optional.of(AnswerText.read(row.getBuffer("answer").getBytes()));
            });
  }

  private static Afterwards remembering(RememberedCall call) {
    return (connection, outcomes) -> {
      byte[] answer = AnswerText.write(outcomes);
      int written =
          REMEMBER.update(
              connection, call.key(), call.tenant().value(), call.body().bytes(), answer);
      if (written == 0) {
        throw new AnsweredMeanwhileException();
      }
    };
  }

  private static boolean isAnsweredMeanwhile(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof AnsweredMeanwhileException) {
        return true;
      }
    }
    return false;
  }
}
