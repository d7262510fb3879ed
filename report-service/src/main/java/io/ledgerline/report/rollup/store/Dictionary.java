package io.ledgerline.report.rollup.store;

import com.fasterxml.jackson.core.type.TypeReference;
import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.Labels;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.contracts.usage.PrincipalId;
import io.ledgerline.report.store.Awaiting;
import io.ledgerline.report.store.JsonColumns;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What the rollups' numbers stand for. Each dimension set is read once, so that lines of it share
 * one object; memory has a bound. Blocking; for one thread.
 */
public final class Dictionary {
  private static final int MOST = 200_000;

  private static final String METERS = "SELECT id, name FROM meter_name";

  private static final String SETS =
      """
      SELECT id, source_account, principal, workspace, project, provider, model, region, operation,
        price_class, tags::text AS tags
      FROM dimension_set WHERE id = ANY ($1)""";

  private static final TypeReference<Map<String, String>> TAGS = new TypeReference<>() {};

  private final SqlConnection connection;
  private final Map<Long, Dimensions> sets = new HashMap<>();
  private final Map<Integer, MeterName> meters = new HashMap<>();

  /** A dictionary that reads by this connection. */
  public Dictionary(SqlConnection connection) {
    this.connection = connection;
    for (Row row : Awaiting.outcome(connection.preparedQuery(METERS).execute())) {
      meters.put(row.getInteger("id"), new MeterName(row.getString("name")));
    }
  }

  /** Reads what is not known yet of these dimension sets. */
  public void learn(Collection<Long> numbers) {
    if (sets.size() > MOST) {
      sets.clear();
    }
    Set<Long> missing = new HashSet<>(numbers);
    missing.removeAll(sets.keySet());
    if (missing.isEmpty()) {
      return;
    }
    Tuple values = Tuple.tuple().addArrayOfLong(missing.toArray(Long[]::new));
    for (Row row : Awaiting.outcome(connection.preparedQuery(SETS).execute(values))) {
      sets.put(row.getLong("id"), dimensions(row));
    }
  }

  /** What a number that was learnt stands for. */
  public Dimensions dimensions(Long number) {
    return sets.get(number);
  }

  /** The meter of a number. */
  public MeterName meter(Integer number) {
    return meters.get(number);
  }

  /** The numbers of meters; those that were never used have none. */
  public Integer[] numbers(Collection<MeterName> names) {
    return meters.entrySet().stream()
        .filter(meter -> names.contains(meter.getValue()))
        .map(Map.Entry::getKey)
        .toArray(Integer[]::new);
  }

  private static Dimensions dimensions(Row row) {
    UUID principal = row.getUUID("principal");
    return new Dimensions(
        row.getString("source_account"),
        principal == null ? null : new PrincipalId(principal),
        row.getString("workspace"),
        row.getString("project"),
        row.getString("provider"),
        row.getString("model"),
        row.getString("region"),
        row.getString("operation"),
        priceClass(row.getString("price_class")),
        Labels.of(JsonColumns.read(row.getString("tags"), TAGS)));
  }

  /** Reads the canonical form {@code name=value;name=value}. */
  private static PriceClass priceClass(String text) {
    SortedMap<String, String> values = new TreeMap<>();
    for (String entry : text.isEmpty() ? new String[0] : text.split(";")) {
      int at = entry.indexOf('=');
      values.put(entry.substring(0, at), entry.substring(at + 1));
    }
    return PriceClass.of(values);
  }
}
