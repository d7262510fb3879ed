package io.ledgerline.report.rollup.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers for meters' names; 0 stands for none, whose rows count events. */
@ApplicationScoped
public class MeterNames {
  private static final int REMEMBERED = 10_000;

  private static final String ADD =
      "INSERT INTO meter_name (name) SELECT unnest($1::text[]) ORDER BY 1 ON CONFLICT DO NOTHING";
  private static final String FIND = "SELECT name, id FROM meter_name WHERE name = ANY ($1)";

  private final Pool database;
  private final Interner<String, Integer> interner;

  MeterNames(Pool database) {
    this.database = database;
    this.interner = new Interner<>(REMEMBERED, this::intern);
  }

  /** The number of each name. */
  Uni<Map<String, Integer>> numbers(Collection<String> names) {
    return interner.numbers(names);
  }

  private Uni<Map<String, Integer>> intern(List<String> names) {
    Tuple wanted = Tuple.of(names.toArray(String[]::new));
    return database
        .preparedQuery(ADD)
        .execute(wanted)
        .chain(() -> database.preparedQuery(FIND).execute(wanted))
        .map(
            rows -> {
              Map<String, Integer> numbers = new HashMap<>();
              rows.forEach(row -> numbers.put(row.getString(0), row.getInteger(1)));
              return numbers;
            });
  }
}
