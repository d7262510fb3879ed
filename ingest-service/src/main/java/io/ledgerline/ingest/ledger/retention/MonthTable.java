package io.ledgerline.ingest.ledger.retention;

import io.ledgerline.contracts.TenantId;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The months of the ledger and how far each is. Blocks: for worker and virtual threads. */
@ApplicationScoped
class MonthTable {
  private static final String VIEWS =
      """
      SELECT m.month, m.state, m.month < h.open_from AS behind, m.waiting_for,
        coalesce(u.unsealed, 0) AS unsealed, coalesce(u.unconfirmed, 0) AS unconfirmed,
        a.state AS archive,
        (SELECT array_agg(l.id ORDER BY l.id) FROM legal_hold l
         WHERE l.released_at IS NULL AND m.month BETWEEN l.from_month AND l.to_month) AS holds
      FROM ledger_month m CROSS JOIN ledger_horizon h
      LEFT JOIN LATERAL (
        SELECT state FROM ledger_archive WHERE month = m.month AND whole ORDER BY id DESC LIMIT 1)
        a ON true
      LEFT JOIN LATERAL (
        SELECT count(*) FILTER (WHERE seal_no IS NULL) AS unsealed,
          count(*) FILTER (WHERE confirmed_at IS NULL) AS unconfirmed
        FROM batch WHERE m.state = 'CLOSING'
          AND min_time >= m.month::timestamp AT TIME ZONE 'UTC'
          AND min_time < (m.month + interval '1 month') AT TIME ZONE 'UTC') u ON true
      WHERE $1::date IS NULL OR m.month = $1
      ORDER BY m.month""";

  private static final String OWN =
      """
      SELECT m.month FROM ledger_month m WHERE EXISTS (
        SELECT FROM batch WHERE tenant = $1 AND min_time >= m.month::timestamp AT TIME ZONE 'UTC'
          AND min_time < (m.month + interval '1 month') AT TIME ZONE 'UTC')""";

  /** The column that notes when, by the name of the state. */
  private static final String MOVE =
      """
      WITH moved AS (
        UPDATE ledger_month SET state = $3, %s_at = now(), waiting_for = NULL
        WHERE month = $1 AND state = $2 AND $4 = (SELECT fence FROM retention_steward)
        RETURNING month)
      INSERT INTO retention_decision (month, what, detail, actor)
      SELECT month, lower($3), $5, 'policy' FROM moved""";

  private static final String COUNT =
      """
      UPDATE ledger_month m SET rows = c.rows, batches = c.batches, highest_seal_no = c.seal_no
      FROM (
        SELECT coalesce(sum(events), 0) AS rows, count(*) AS batches, max(seal_no) AS seal_no
        FROM batch WHERE min_time >= $1::date::timestamp AT TIME ZONE 'UTC'
          AND min_time < ($1::date + interval '1 month') AT TIME ZONE 'UTC') c
      WHERE m.month = $1""";

  private static final String ARCHIVE =
      """
      UPDATE ledger_month m SET archive_id = a.id FROM ledger_archive a
      WHERE m.month = $1 AND a.month = $1 AND a.whole AND a.state = 'DONE'""";

  private static final String WAITS =
      """
      WITH changed AS (
        UPDATE ledger_month SET waiting_for = $2
        WHERE month = $1 AND waiting_for IS DISTINCT FROM $2 AND $4 = (SELECT fence FROM retention_steward)
        RETURNING month)
      INSERT INTO retention_decision (month, what, detail, actor)
      SELECT month, $2, $3, 'policy' FROM changed""";

  private final Pool pool;

  MonthTable(Pool pool) {
    this.pool = pool;
  }

  /** All months that have or had a partition, the oldest first. */
  List<MonthView> views() {
    return views(null);
  }

  /** The months in which a tenant has usage. */
  Set<YearMonth> of(TenantId tenant) {
    Set<YearMonth> own = new HashSet<>();
    pool.preparedQuery(OWN)
        .execute(Tuple.of(tenant.value()))
        .await()
        .indefinitely()
        .forEach(row -> own.add(YearMonth.from(row.getLocalDate("month"))));
    return own;
  }

  /** One month, as it is now. */
  MonthView view(YearMonth month) {
    return views(month).getFirst();
  }

  private List<MonthView> views(YearMonth month) {
    var rows =
        pool.preparedQuery(VIEWS)
            .execute(Tuple.of(month == null ? null : month.atDay(1)))
            .await()
            .indefinitely();
    List<MonthView> views = new ArrayList<>(rows.size());
    rows.forEach(row -> views.add(view(row)));
    return views;
  }

  /** Notes that a month went on, with the decision; false when it did not, or the lease is lost. */
  boolean move(
      SqlClient client,
      long fence,
      YearMonth month,
      MonthState from,
      MonthState to,
      String detail) {
    Tuple tuple = Tuple.of(month.atDay(1), from.name(), to.name(), fence, detail);
    return client
            .preparedQuery(MOVE.formatted(to.name().toLowerCase(java.util.Locale.ROOT)))
            .execute(tuple)
            .await()
            .indefinitely()
            .rowCount()
        == 1;
  }

  /** Notes what the month holds, once no batch can come any more. */
  void count(SqlClient client, YearMonth month) {
    client.preparedQuery(COUNT).execute(Tuple.of(month.atDay(1))).await().indefinitely();
  }

  /** Notes which archive has the month. */
  void archived(SqlClient client, YearMonth month) {
    client.preparedQuery(ARCHIVE).execute(Tuple.of(month.atDay(1))).await().indefinitely();
  }

  /** Notes what a month waits for; true when that is news. */
  boolean waits(long fence, YearMonth month, Verdict verdict) {
    return pool.preparedQuery(WAITS)
            .execute(Tuple.of(month.atDay(1), verdict.code(), verdict.detail(), fence))
            .await()
            .indefinitely()
            .rowCount()
        == 1;
  }

  private static MonthView view(Row row) {
    String archive = row.getString("archive");
    Long[] holds = row.getArrayOfLongs("holds");
    return new MonthView(
        YearMonth.from(row.getLocalDate("month")),
        MonthState.valueOf(row.getString("state")),
        row.getBoolean("behind"),
        row.getLong("unsealed"),
        row.getLong("unconfirmed"),
        archive == null ? MonthView.Archive.NONE : MonthView.Archive.valueOf(archive),
        holds == null ? List.of() : Arrays.asList(holds));
  }
}
