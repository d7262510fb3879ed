package io.ledgerline.ingest.inlet.quarantine;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.ingest.ledger.NumberedStatement;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** Where refusals are kept. */
@ApplicationScoped
public class Quarantine {
  private static final NumberedStatement ADD =
      new NumberedStatement(
          """
      INSERT INTO quarantine_entry (tenant, object_id, location, bucket, key, line, digest, code,
        field, detail)
      SELECT $1, $2, $3, $4, $5, r.line, r.digest, r.code, r.field, r.detail
      FROM unnest($6::bigint[], $7::text[], $8::text[], $9::text[], $10::text[])
        AS r (line, digest, code, field, detail)
      ON CONFLICT (object_id, line) DO UPDATE SET state = 'OPEN', digest = excluded.digest,
        code = excluded.code, field = excluded.field, detail = excluded.detail""");

  private static final NumberedStatement ADD_DELIVERED =
      new NumberedStatement(
          """
      INSERT INTO quarantine_entry (tenant, location, bucket, key, line, digest, code, field, detail)
      SELECT DISTINCT ON (r.digest) $1, $2, r.bucket, r.key, r.line, r.digest, r.code, r.field, r.detail
      FROM unnest($3::text[], $4::text[], $5::bigint[], $6::text[], $7::text[], $8::text[], $9::text[])
        AS r (bucket, key, line, digest, code, field, detail)
      ORDER BY r.digest
      ON CONFLICT (tenant, location, digest) WHERE object_id IS NULL DO UPDATE SET state = 'OPEN',
        code = excluded.code, field = excluded.field, detail = excluded.detail,
        replays = quarantine_entry.replays + 1, replayed_at = now()""");

  private static final NumberedStatement RESOLVE_DELIVERED =
      new NumberedStatement(
          """
      UPDATE quarantine_entry SET state = 'RESOLVED', replays = replays + 1, replayed_at = now()
      WHERE id IN (SELECT id FROM quarantine_entry
        WHERE tenant = $1 AND location = $2 AND digest = ANY ($3::text[]) AND object_id IS NULL
          AND state = 'OPEN' ORDER BY id FOR UPDATE)""");

  private static final NumberedStatement CLOSE =
      new NumberedStatement(
          """
      UPDATE quarantine_entry SET state = 'RESOLVED', replays = replays + 1, replayed_at = now()
      WHERE id = $1 AND state = 'OPEN'""");

  private static final NumberedStatement REFUSED_AGAIN =
      new NumberedStatement(
          """
      UPDATE quarantine_entry SET code = $2, field = $3, detail = $4, replays = replays + 1,
        replayed_at = now()
      WHERE id = $1 AND state = 'OPEN'""");

  /** Adds refusals, in the transaction that counts them; nothing happens for none. */
  public void add(Connection transaction, RefusedObject object, List<Refusal> refusals)
      throws SQLException {
    if (!refusals.isEmpty()) {
      ADD.update(
          transaction,
          object.tenant().value(),
          object.id(),
          object.location(),
          object.address().bucket(),
          object.address().key(),
          refusals.stream().map(Refusal::line).toArray(Long[]::new),
          texts(refusals, Refusal::digest),
          texts(refusals, refusal -> refusal.reason().code()),
          texts(refusals, refusal -> refusal.reason().field()),
          texts(refusals, refusal -> refusal.reason().detail()));
    }
  }

  /**
   * Adds what was refused of a delivery and resolves what was not, in the transaction that counts
   * either. Refused again, it is the same entry.
   *
   * @param location which inlet
   * @param refused may be none
   * @param accepted digests of what is recorded now, or was
   */
  public void delivered(
      Connection transaction,
      TenantId tenant,
      String location,
      List<RefusedDelivery> refused,
      List<String> accepted)
      throws SQLException {
    if (!accepted.isEmpty()) {
      RESOLVE_DELIVERED.update(
          transaction, tenant.value(), location, accepted.toArray(String[]::new));
    }
    if (!refused.isEmpty()) {
      ADD_DELIVERED.update(
          transaction,
          tenant.value(),
          location,
          of(refused, RefusedDelivery::group),
          of(refused, RefusedDelivery::name),
          refused.stream().map(RefusedDelivery::line).toArray(Long[]::new),
          of(refused, RefusedDelivery::digest),
          of(refused, one -> one.reason().code()),
          of(refused, one -> one.reason().field()),
          of(refused, one -> one.reason().detail()));
    }
  }

  private static String[] of(
      List<RefusedDelivery> refused, Function<RefusedDelivery, String> text) {
    return refused.stream().map(text).toArray(String[]::new);
  }

  /**
   * Notes the outcome of a replay, in the transaction that recorded it.
   *
   * @param again why it was refused again; null when it no longer is
   * @throws AlreadyReplayed when somebody else has replayed the entry meanwhile
   */
  public void replayed(Connection transaction, long entryId, Refusal again) throws SQLException {
    int changed =
        again == null
            ? CLOSE.update(transaction, entryId)
            : REFUSED_AGAIN.update(
                transaction,
                entryId,
                again.reason().code(),
                again.reason().field(),
                again.reason().detail());
    if (changed != 1) {
      throw new AlreadyReplayed(entryId);
    }
  }

  private static String[] texts(List<Refusal> refusals, Function<Refusal, String> text) {
    return refusals.stream().map(text).toArray(String[]::new);
  }
}
