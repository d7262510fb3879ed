package io.ledgerline.report.rollup.store;

import io.ledgerline.contracts.QuarterHour;
import io.ledgerline.report.rollup.BatchTally;
import io.ledgerline.report.rollup.ChargeSpan;
import io.ledgerline.report.store.Columns;
import io.ledgerline.report.store.JsonColumns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The table of applied batches: what makes a batch count once. */
final class BatchNotes {
  /** The batches as rows; in the order of their ids, so that two consumers never wait in a ring. */
  static final String ROWS =
      """
      FROM unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::timestamptz[], $5::timestamptz[],
        $6::int[], $7::text[], $8::bool[])
        AS b (id, tenant, posting, charge_from, charge_to, events, added, outside)""";

  private static final String NOTE =
      """
      INSERT INTO applied_batch
        (batch_id, tenant, posting_quarter, charge_from, charge_to, events, added, outside_horizon)
      SELECT b.id, b.tenant, b.posting, b.charge_from, b.charge_to, b.events, b.added::jsonb,
        b.outside
      """
          + ROWS
          + " ON CONFLICT (batch_id) DO NOTHING RETURNING batch_id, applied_at, outside_horizon";

  private static final String WHEN =
      "SELECT batch_id, applied_at, outside_horizon FROM applied_batch WHERE batch_id = ANY ($1)";

  private BatchNotes() {}

  /** Notes the batches, sorted by id; says of each whether it was noted now or before. */
  static Uni<Map<UUID, Applied>> note(
      SqlConnection transaction, List<BatchTally> batches, ChargeSpan kept) {
    return transaction
        .preparedQuery(NOTE)
        .execute(columns(batches, kept))
        .chain(
            rows -> {
              Map<UUID, Applied> noted = read(rows, true);
              List<UUID> repeats = new ArrayList<>();
              for (BatchTally batch : batches) {
                if (!noted.containsKey(batch.batchId())) {
                  repeats.add(batch.batchId());
                }
              }
              return repeats.isEmpty()
                  ? Uni.createFrom().item(noted)
                  : when(transaction, repeats)
                      .map(
                          before -> {
                            noted.putAll(before);
                            return noted;
                          });
            });
  }

  /** The batches as columns for {@link #ROWS}. */
  static Tuple columns(List<BatchTally> batches, ChargeSpan kept) {
    return Tuple.tuple()
        .addArrayOfUUID(batches.stream().map(BatchTally::batchId).toArray(UUID[]::new))
        .addArrayOfString(batches.stream().map(b -> b.tenant().value()).toArray(String[]::new))
        .addArrayOfOffsetDateTime(
            Columns.utc(batches.stream().map(b -> QuarterHour.of(b.postedAt()).start()).toList()))
        .addArrayOfOffsetDateTime(
            Columns.utc(batches.stream().map(BatchTally::chargeFrom).toList()))
        .addArrayOfOffsetDateTime(Columns.utc(batches.stream().map(BatchTally::chargeTo).toList()))
        .addArrayOfInteger(
            batches.stream().map(b -> Math.toIntExact(b.events())).toArray(Integer[]::new))
        .addArrayOfString(
            batches.stream()
                .map(b -> JsonColumns.write(b.effect(kept).quarters()))
                .toArray(String[]::new))
        .addArrayOfBoolean(
            batches.stream().map(b -> !kept.holds(b.chargeFrom())).toArray(Boolean[]::new));
  }

  private static Uni<Map<UUID, Applied>> when(
      SqlConnection transaction, Collection<UUID> batchIds) {
    return transaction
        .preparedQuery(WHEN)
        .execute(Tuple.tuple().addArrayOfUUID(Columns.uuids(batchIds)))
        .map(rows -> read(rows, false));
  }

  private static Map<UUID, Applied> read(RowSet<Row> rows, boolean fresh) {
    Map<UUID, Applied> applied = new HashMap<>();
    rows.forEach(
        row ->
            applied.put(
                row.getUUID(0),
                new Applied(Columns.instant(row, "applied_at"), fresh, row.getBoolean(2))));
    return applied;
  }
}
