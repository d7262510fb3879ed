package io.ledgerline.report.rollup.store;

import io.ledgerline.report.rollup.BatchTally;
import io.ledgerline.report.rollup.ChargeSpan;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Adds batches to tables that are being rebuilt. A note per batch sees to it that one enters such a
 * table once, whether the rebuild or an applier comes first.
 */
@ApplicationScoped
class ShadowEntries {
  private static final String ENTER =
      """
      INSERT INTO rebuilt_batch (table_name, batch_id, tenant, posting_quarter, charge_from,
        charge_to, events, added)
      SELECT $9, b.id, b.tenant, b.posting, b.charge_from, b.charge_to, b.events, b.added::jsonb
      """
          + BatchNotes.ROWS
          + " ON CONFLICT (table_name, batch_id) DO NOTHING RETURNING batch_id";

  /** Adds what belongs into each shadow; nothing when there are none, which is nearly always. */
  Uni<Void> add(
      SqlConnection transaction,
      RollupTables tables,
      RollupStore.Sums sums,
      Map<UUID, Applied> noted,
      Rebuilding rebuilding) {
    return Multi.createFrom()
        .iterable(tables.shadows().entrySet())
        .onItem()
        .transformToUniAndConcatenate(
            shadow -> {
              YearMonth month = shadow.getKey();
              List<BatchTally> entering =
                  sums.batches().stream()
                      .filter(b -> b.months().contains(month))
                      .filter(
                          b -> month.equals(rebuilding.month()) || noted.get(b.batchId()).fresh())
                      .toList();
              return enter(transaction, tables, month, entering, sums.numbers());
            })
        .collect()
        .last()
        .replaceWithVoid();
  }

  private static Uni<Void> enter(
      SqlConnection transaction,
      RollupTables tables,
      YearMonth month,
      List<BatchTally> entering,
      RollupStore.Numbers numbers) {
    if (entering.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    String table = tables.shadows().get(month);
    Tuple values = BatchNotes.columns(entering, tables.kept()).addString(table);
    return transaction
        .preparedQuery(ENTER)
        .execute(values)
        .chain(
            rows -> {
              Set<UUID> entered = new HashSet<>();
              rows.forEach(row -> entered.add(row.getUUID(0)));
              List<BatchTally> first =
                  entering.stream().filter(b -> entered.contains(b.batchId())).toList();
              return RollupRows.add(
                  transaction, table, RollupStore.tally(first, numbers, ChargeSpan.of(month)));
            });
  }
}
