package io.ledgerline.report.report.store;

import io.ledgerline.report.rating.HistorySums;
import io.ledgerline.report.store.Awaiting;
import io.ledgerline.report.store.JsonColumns;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** What was used before a run's period, where its prices add up. Blocking. */
@ApplicationScoped
public class RunHistoryStore {
  private static final String FIND = "SELECT sums::text AS sums FROM run_history WHERE run_id = $1";

  private static final String NOTE =
      "INSERT INTO run_history (run_id, sums) VALUES ($1, $2::text::jsonb) ON CONFLICT DO NOTHING";

  private final Pool database;

  RunHistoryStore(Pool database) {
    this.database = database;
  }

  /** What was noted with the run. */
  public Optional<HistorySums> find(UUID run) {
    for (Row row : Awaiting.outcome(database.preparedQuery(FIND).execute(Tuple.of(run)))) {
      return Optional.of(JsonColumns.read(row.getString("sums"), HistorySums.class));
    }
    return Optional.empty();
  }

  /** Notes it, unless it is noted already; what counts is what was noted first. */
  public HistorySums note(UUID run, HistorySums history) {
    Tuple values = Tuple.of(run, JsonColumns.write(history));
    Awaiting.outcome(database.preparedQuery(NOTE).execute(values));
    return find(run).orElse(history);
  }
}
