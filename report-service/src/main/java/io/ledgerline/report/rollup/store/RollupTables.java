package io.ledgerline.report.rollup.store;

import io.ledgerline.report.rollup.ChargeSpan;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;

/**
 * Which tables of rollups there are to write to. An applier reads it under a shared lock that it
 * keeps until its commit; whoever changes it takes the lock alone, for a moment. So a transaction
 * never writes to tables of before and after a change.
 *
 * @param kept months that are not dropped
 * @param shadows tables that are being rebuilt next to the partitions of these months; what is
 *     added to the month is added to both
 */
record RollupTables(ChargeSpan kept, Map<YearMonth, String> shadows) {
  private static final String KEY = "(hashtext(current_schema() || '.rollup tables'))";
  private static final String READ =
      "SELECT month, table_name FROM rollup_shadow"
          + " UNION ALL SELECT kept_from, NULL FROM rollup_horizon";

  /** Reads it for a transaction that writes rollups. */
  static Uni<RollupTables> forWriting(SqlConnection transaction) {
    // Two statements: the second one's snapshot has to be younger than the lock.
    return transaction
        .query("SELECT pg_advisory_xact_lock_shared" + KEY)
        .execute()
        .chain(() -> transaction.preparedQuery(READ).execute())
        .map(RollupTables::read);
  }

  /** Keeps all appliers back until the transaction's end. */
  static Uni<Void> lock(SqlConnection transaction) {
    return transaction.query("SELECT pg_advisory_xact_lock" + KEY).execute().replaceWithVoid();
  }

  private static RollupTables read(RowSet<Row> rows) {
    ChargeSpan kept = ChargeSpan.ALL;
    Map<YearMonth, String> shadows = new HashMap<>();
    for (Row row : rows) {
      LocalDate month = row.getLocalDate(0);
      if (row.getString(1) == null) {
        kept = ChargeSpan.since(YearMonth.from(month));
      } else {
        shadows.put(YearMonth.from(month), row.getString(1));
      }
    }
    return new RollupTables(kept, shadows);
  }
}
