package io.ledgerline.ingest.inlet.quarantine;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;

/** Where refusals are kept. */
@ApplicationScoped
public class Quarantine {
  private static final String ADD =
      """
      INSERT INTO quarantine_entry (tenant, object_id, location, bucket, key, line, digest, code,
        field, detail)
      SELECT $1, $2, $3, $4, $5, r.line, r.digest, r.code, r.field, r.detail
      FROM unnest($6::bigint[], $7::text[], $8::text[], $9::text[], $10::text[])
        AS r (line, digest, code, field, detail)
      ON CONFLICT (object_id, line) DO UPDATE SET state = 'OPEN', digest = excluded.digest,
        code = excluded.code, field = excluded.field, detail = excluded.detail""";

  private static final String CLOSE =
      """
      UPDATE quarantine_entry SET state = 'RESOLVED', replays = replays + 1, replayed_at = now()
      WHERE id = $1 AND state = 'OPEN'""";

  private static final String REFUSED_AGAIN =
      """
      UPDATE quarantine_entry SET code = $2, field = $3, detail = $4, replays = replays + 1,
        replayed_at = now()
      WHERE id = $1 AND state = 'OPEN'""";

  /** Adds refusals, in the transaction that counts them; nothing happens for none. */
  public Uni<Void> add(SqlClient transaction, RefusedObject object, List<Refusal> refusals) {
    if (refusals.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Tuple tuple =
        Tuple.tuple()
            .addString(object.tenant().value())
            .addLong(object.id())
            .addString(object.location())
            .addString(object.address().bucket())
            .addString(object.address().key())
            .addArrayOfLong(refusals.stream().map(Refusal::line).toArray(Long[]::new))
            .addArrayOfString(texts(refusals, Refusal::digest))
            .addArrayOfString(texts(refusals, refusal -> refusal.reason().code()))
            .addArrayOfString(texts(refusals, refusal -> refusal.reason().field()))
            .addArrayOfString(texts(refusals, refusal -> refusal.reason().detail()));
    return transaction.preparedQuery(ADD).execute(tuple).replaceWithVoid();
  }

  /**
   * Notes the outcome of a replay, in the transaction that recorded it.
   *
   * @param again why it was refused again; null when it no longer is
   * @return fails when somebody else has replayed the entry meanwhile
   */
  public Uni<Void> replayed(SqlClient transaction, long entryId, Refusal again) {
    Tuple tuple =
        again == null
            ? Tuple.of(entryId)
            : Tuple.of(
                entryId, again.reason().code(), again.reason().field(), again.reason().detail());
    return transaction
        .preparedQuery(again == null ? CLOSE : REFUSED_AGAIN)
        .execute(tuple)
        .invoke(
            rows -> {
              if (rows.rowCount() != 1) {
                throw new AlreadyReplayed(entryId);
              }
            })
        .replaceWithVoid();
  }

  private static String[] texts(List<Refusal> refusals, Function<Refusal, String> text) {
    return refusals.stream().map(text).toArray(String[]::new);
  }
}
