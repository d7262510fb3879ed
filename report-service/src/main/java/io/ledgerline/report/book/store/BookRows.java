package io.ledgerline.report.book.store;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.report.book.Entry;
import io.ledgerline.report.book.Provenance;
import io.ledgerline.report.book.Validity;
import io.ledgerline.report.store.Columns;
import io.ledgerline.report.store.JsonColumns;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Rows of table {@code book_entry}. */
final class BookRows {
  static final String SELECT =
      "SELECT e.id, e.key::text AS key, e.value::text AS value, e.valid_from, e.valid_to,"
          + " e.known_since, e.source, e.entered_by FROM book_entry e";

  static final String INSERT =
      """
      INSERT INTO book_entry (tenant, kind, known_since, source, entered_by,
        id, match_key, key, value, valid_from, valid_to)
      SELECT $1, $2, $3, $4, $5, u.id, u.match_key, u.key::jsonb, u.value::jsonb, u.valid_from,
        u.valid_to
      FROM unnest($6::uuid[], $7::text[], $8::text[], $9::text[], $10::timestamptz[],
        $11::timestamptz[]) AS u (id, match_key, key, value, valid_from, valid_to)""";

  private BookRows() {}

  static <K, V> List<Entry<K, V>> read(BookKind<K, V> kind, RowSet<Row> rows) {
    List<Entry<K, V>> entries = new ArrayList<>(rows.size());
    rows.forEach(row -> entries.add(read(kind, row)));
    return entries;
  }

  private static <K, V> Entry<K, V> read(BookKind<K, V> kind, Row row) {
    return new Entry<>(
        row.getUUID("id"),
        JsonColumns.read(row.getString("key"), kind.keyType()),
        JsonColumns.read(row.getString("value"), kind.valueType()),
        new Validity(Columns.instant(row, "valid_from"), Columns.instant(row, "valid_to")),
        Columns.instant(row, "known_since"),
        new Provenance(row.getString("source"), row.getString("entered_by")));
  }

  /** The values of one {@link #INSERT}; all entries were learnt together. */
  static <K, V> Tuple values(TenantId tenant, BookKind<K, V> kind, List<Entry<K, V>> entries) {
    Entry<K, V> any = entries.getFirst();
    return Tuple.tuple()
        .addString(tenant.value())
        .addString(kind.name())
        .addOffsetDateTime(Columns.utc(any.knownSince()))
        .addString(any.by().source())
        .addString(any.by().enteredBy())
        .addArrayOfUUID(entries.stream().map(Entry::id).toArray(UUID[]::new))
        .addArrayOfString(texts(entries, entry -> MatchKey.of(kind.canonical(entry.key()))))
        .addArrayOfString(texts(entries, entry -> JsonColumns.write(entry.key())))
        .addArrayOfString(texts(entries, entry -> JsonColumns.write(entry.value())))
        .addArrayOfOffsetDateTime(
            Columns.utc(entries.stream().map(entry -> entry.validity().from()).toList()))
        .addArrayOfOffsetDateTime(
            Columns.utc(entries.stream().map(entry -> entry.validity().to()).toList()));
  }

  private static <K, V> String[] texts(
      List<Entry<K, V>> entries, Function<Entry<K, V>, String> text) {
    return entries.stream().map(text).toArray(String[]::new);
  }
}
