package io.ledgerline.report.store;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;

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
}
