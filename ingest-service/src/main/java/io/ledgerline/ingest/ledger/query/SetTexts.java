package io.ledgerline.ingest.ledger.query;

import io.ledgerline.ingest.ledger.intern.DimensionSetRow;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What a stream of events needs of dimension sets, by number: each is read and written as text once
 * for all events that have it. Forgets everything when it has become too large. For one stream,
 * which asks one page after the other.
 */
final class SetTexts {
  private static final int REMEMBERED = 20_000;

  private static final String SETS =
      "SELECT d.id, d.meters, p.name AS principal, "
          + DimensionSetRow.COLUMNS
          + " FROM dimension_set d LEFT JOIN principal p ON p.id = d.principal_id"
          + " WHERE d.id = ANY ($1)";

  private final Function<Row, SetText> reader;
  private final Map<Integer, SetText> known = new HashMap<>();

  /**
   * A set as it stands in a line.
   *
   * @param members members of a JSON object, without its braces
   * @param meters names of its meters as JSON texts, in the order of a row's quantities
   */
  record SetText(String members, List<String> meters) {}

  /** Knows nothing yet. */
  SetTexts(Function<Row, SetText> reader) {
    this.reader = reader;
  }

  /** Reads the sets of these rows that are not known, if there are any. */
  Uni<Void> learn(SqlClient connection, List<Row> rows) {
    if (known.size() > REMEMBERED) {
      known.clear();
    }
    Integer[] unknown =
        rows.stream()
            .map(row -> row.getInteger(EventLineWriter.SET))
            .filter(id -> !known.containsKey(id))
            .distinct()
            .toArray(Integer[]::new);
    if (unknown.length == 0) {
      return Uni.createFrom().voidItem();
    }
    return connection
        .preparedQuery(SETS)
        .execute(Tuple.tuple().addArrayOfInteger(unknown))
        .invoke(sets -> sets.forEach(row -> known.put(row.getInteger("id"), reader.apply(row))))
        .replaceWithVoid();
  }

  /** A set that was learnt. */
  SetText of(int id) {
    SetText text = known.get(id);
    if (text == null) {
      throw new IllegalStateException("there is no dimension set " + id);
    }
    return text;
  }
}
