package io.ledgerline.report.store;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Between Java's words and PostgreSQL's columns. */
public final class Columns {
  private Columns() {}

  /** For a {@code timestamptz}; null stays null. */
  public static OffsetDateTime utc(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  /** For a {@code timestamptz[]}. */
  public static OffsetDateTime[] utc(Collection<Instant> instants) {
    return instants.stream().map(Columns::utc).toArray(OffsetDateTime[]::new);
  }

  /** From a {@code timestamptz}; null stays null. */
  public static Instant instant(Row row, String column) {
    OffsetDateTime value = row.getOffsetDateTime(column);
    return value == null ? null : value.toInstant();
  }

  /** For a {@code uuid[]}. */
  public static UUID[] uuids(Collection<UUID> ids) {
    return ids.toArray(UUID[]::new);
  }

  /** For a {@code text[]}; elements are written with {@code toString}. */
  public static String[] texts(Collection<?> values) {
    return values.stream().map(Object::toString).toArray(String[]::new);
  }

  /**
   * What {@code read} makes of each row, by the row's column {@code run_id}, in the rows' order.
   */
  public static <T> Map<UUID, List<T>> byRun(RowSet<Row> rows, Function<Row, T> read) {
    Map<UUID, List<T>> byRun = new HashMap<>();
    rows.forEach(
        row ->
            byRun
                .computeIfAbsent(row.getUUID("run_id"), id -> new ArrayList<>())
                .add(read.apply(row)));
    return byRun;
  }
}
