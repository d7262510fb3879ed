package io.ledgerline.report.reconciliation.store;

import com.fasterxml.jackson.core.type.TypeReference;
import io.ledgerline.contracts.Period;
import io.ledgerline.report.reconciliation.BatchSource;
import io.ledgerline.report.reconciliation.BatchSums;
import io.ledgerline.report.reconciliation.Sums;
import io.ledgerline.report.reconciliation.SumsTally;
import io.ledgerline.report.rollup.BatchEffect;
import io.ledgerline.report.store.Awaiting;
import io.ledgerline.report.store.JsonColumns;
import io.vertx.mutiny.sqlclient.Cursor;
import io.vertx.mutiny.sqlclient.PreparedStatement;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.Iterator;
import java.util.SortedMap;
import java.util.TreeMap;

/** Applied batches by a cursor of the database, some hundreds at a time. Blocking. */
public final class AppliedBatches implements BatchSource, AutoCloseable {
  private static final TypeReference<SortedMap<Long, BatchEffect.Part>> EFFECT =
      new TypeReference<>() {};
  private static final int AT_ONCE = 500;

  private final PreparedStatement statement;
  private final Cursor cursor;
  private final Period period;
  private Iterator<Row> rows = Collections.emptyIterator();
  private boolean begun;

  AppliedBatches(SqlConnection connection, String sql, Tuple values, Period period) {
    this.statement = Awaiting.outcome(connection.prepare(sql));
    this.cursor = statement.cursor(values);
    this.period = period;
  }

  @Override
  public BatchSums next() {
    while (true) {
      if (!rows.hasNext()) {
        if (begun && !cursor.hasMore()) {
          return null;
        }
        begun = true;
        rows = Awaiting.outcome(cursor.read(AT_ONCE)).iterator();
        continue;
      }
      Row row = rows.next();
      Sums sums = within(JsonColumns.read(row.getString("added"), EFFECT));
      if (sums != null) {
        return new BatchSums(row.getUUID("batch_id"), sums);
      }
    }
  }

  @Override
  public void close() {
    Awaiting.outcome(cursor.close().chain(statement::close));
  }

  /** Null when no quarter hour of the batch lies in the period. */
  private Sums within(SortedMap<Long, BatchEffect.Part> quarters) {
    SumsTally tally = new SumsTally();
    boolean touches = false;
    for (var quarter : quarters.entrySet()) {
      if (period.contains(Instant.ofEpochSecond(quarter.getKey()))) {
        touches = true;
        tally.add(sums(quarter.getValue()));
      }
    }
    return touches ? tally.sums() : null;
  }

  private static Sums sums(BatchEffect.Part part) {
    SortedMap<String, BigDecimal> quantities = new TreeMap<>();
    part.quantities().forEach((meter, sum) -> quantities.put(meter, new BigDecimal(sum)));
    return new Sums(part.events(), quantities);
  }
}
