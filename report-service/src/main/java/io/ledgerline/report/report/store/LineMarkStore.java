package io.ledgerline.report.report.store;

import io.ledgerline.report.report.LineMark;
import io.ledgerline.report.report.ReportRun;
import io.ledgerline.report.store.Awaiting;
import io.ledgerline.report.store.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Marks of runs' lines. Blocking unless it says otherwise. */
@ApplicationScoped
public class LineMarkStore {
  private static final int AT_ONCE = 5000;

  private static final String NOTE =
      """
      INSERT INTO report_line_mark (run_id, fencing, line, event_time, source, event_id)
      SELECT $1, $2, m.line, m.time, m.source, m.id
      FROM unnest($3::bigint[], $4::timestamptz[], $5::text[], $6::text[])
        AS m (line, time, source, id)""";

  private static final String FORGET_OTHERS =
      "DELETE FROM report_line_mark WHERE run_id = $1 AND fencing <> $2";

  private static final String FORGET =
      "DELETE FROM report_line_mark WHERE run_id = $1 AND fencing = $2";

  private static final String BEFORE =
      "SELECT line, event_time, source, event_id FROM report_line_mark"
          + " WHERE run_id = $1 AND fencing = $2 AND line <= $3 ORDER BY line DESC LIMIT 1";

  private final Pool database;

  LineMarkStore(Pool database) {
    this.database = database;
  }

  /** Notes the marks of a run that is being made. */
  public void note(ReportRun run, List<LineMark> marks) {
    for (int from = 0; from < marks.size(); from += AT_ONCE) {
      List<LineMark> some = marks.subList(from, Math.min(marks.size(), from + AT_ONCE));
      Tuple values =
          Tuple.tuple()
              .addUUID(run.id())
              .addLong(run.fencing())
              .addArrayOfLong(some.stream().map(LineMark::line).toArray(Long[]::new))
              .addArrayOfOffsetDateTime(Columns.utc(some.stream().map(LineMark::time).toList()))
              .addArrayOfString(some.stream().map(LineMark::source).toArray(String[]::new))
              .addArrayOfString(some.stream().map(LineMark::id).toArray(String[]::new));
      Awaiting.outcome(database.preparedQuery(NOTE).execute(values));
    }
  }

  /** Within the transaction that completes a run: drops what earlier attempts noted. */
  public Uni<Void> forgetOthers(SqlClient transaction, ReportRun run) {
    return transaction
        .preparedQuery(FORGET_OTHERS)
        .execute(Tuple.of(run.id(), run.fencing()))
        .replaceWithVoid();
  }

  /** Drops what an attempt noted that came to nothing. */
  public Uni<Void> forget(ReportRun run) {
    return database
        .preparedQuery(FORGET)
        .execute(Tuple.of(run.id(), run.fencing()))
        .replaceWithVoid();
  }

  /** The nearest mark at a line or before it; null when there is none. */
  public LineMark before(ReportRun run, long line) {
    RowSet<Row> rows =
        Awaiting.outcome(
            database.preparedQuery(BEFORE).execute(Tuple.of(run.id(), run.fencing(), line)));
    if (rows.size() == 0) {
      return null;
    }
    Row row = rows.iterator().next();
    return new LineMark(
        row.getLong("line"),
        Columns.instant(row, "event_time"),
        row.getString("source"),
        row.getString("event_id"));
  }
}
