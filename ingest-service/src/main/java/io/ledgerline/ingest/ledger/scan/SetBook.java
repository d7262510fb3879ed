package io.ledgerline.ingest.ledger.scan;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a scan needs of dimension sets, by number. A set that is met for the first time is read
 * together with its neighbours, which were mostly met together too. Forgets everything when it has
 * become too large. For one thread, which is held up while it reads.
 *
 * @param <T> what is made of a set
 */
public final class SetBook<T> {
  private static final int BLOCK = 512;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Pool pool;
  private final String query;
  private final int remembered;
  private final Function<Row, T> reader;
  private final Map<Integer, Optional<T>> known = new HashMap<>();
  private int lastId = -1;
  private Optional<T> last = Optional.empty();

  /**
   * An empty book.
   *
   * @param columns what to read, {@code d.id} among it
   * @param tables what to read from, {@code dimension_set d} among it
   * @param remembered most sets to remember
   */
  public SetBook(
      Pool pool, String columns, String tables, int remembered, Function<Row, T> reader) {
    this.pool = pool;
    this.query =
        "SELECT " + columns + " FROM " + tables + " WHERE d.id >= $1 AND d.id < $2 ORDER BY d.id";
    this.remembered = remembered;
    this.reader = reader;
  }

  /** What was made of a set; empty when there is no such set. */
  public Optional<T> of(int id) {
    if (id != lastId) {
      Optional<T> found = known.get(id);
      last = found == null ? read(id) : found;
      lastId = id;
    }
    return last;
  }

  private Optional<T> read(int id) {
    if (known.size() >= remembered) {
      known.clear();
    }
    int first = id - Math.floorMod(id, BLOCK);
    RowSet<Row> rows =
        pool.preparedQuery(query).execute(Tuple.of(first, first + BLOCK)).await().atMost(PATIENCE);
    for (Row row : rows) {
      known.put(row.getInteger("id"), Optional.of(reader.apply(row)));
    }
    return known.computeIfAbsent(id, missing -> Optional.empty());
  }
}
