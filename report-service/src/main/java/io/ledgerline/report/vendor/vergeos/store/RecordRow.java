package io.ledgerline.report.vendor.vergeos.store;

import io.ledgerline.report.vendor.vergeos.BillingRecord;
import io.ledgerline.report.vendor.vergeos.Origin;
import io.ledgerline.report.vendor.vergeos.RecordField;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Between records and rows. */
final class RecordRow {
  private static final List<RecordField> FIELDS = Arrays.asList(RecordField.values());

  /** All columns that records have. */
  static final String COLUMNS =
      FIELDS.stream().map(RecordField::column).collect(Collectors.joining(", "));

  private static final int OF_TENANT = 1;

  /** Adds a row; what is there already under its number stays. */
  static final String ADD =
      "INSERT INTO vergeos_record (tenant, %s, due_at, call_key) VALUES (%s) ON CONFLICT (tenant, key) DO NOTHING"
          .formatted(
              COLUMNS,
              IntStream.rangeClosed(1, OF_TENANT + FIELDS.size() + 2)
                  .mapToObj(i -> "$" + i)
                  .collect(Collectors.joining(", ")));

  private RecordRow() {}

  /**
   * The values for {@link #ADD}.
   *
   * @param due the hour it was made for, in seconds since 1970; null for none
   * @param callKey the Idempotency-Key of the call that made it; null for none
   */
  static Tuple values(String tenant, BillingRecord made, Long due, String callKey) {
    Tuple values = Tuple.of(tenant);
    FIELDS.forEach(field -> values.addValue(value(made, field)));
    return values.addLong(due).addString(callKey);
  }

  private static Object value(BillingRecord made, RecordField field) {
    return switch (field) {
      case DESCRIPTION -> made.description();
      case ORIGIN -> made.origin().text();
      case GENERATED_BY -> made.generatedBy();
      default -> made.number(field);
    };
  }

  /** The whole record of a row with {@link #COLUMNS}. */
  static BillingRecord read(Row row) {
    Map<RecordField, Long> numbers = new EnumMap<>(RecordField.class);
    for (RecordField field : FIELDS) {
      if (field.isNumber()) {
        numbers.put(field, row.getLong(field.column()));
      }
    }
    return new BillingRecord(
        numbers,
        row.getString(RecordField.DESCRIPTION.column()),
        Origin.valueOf(row.getString(RecordField.ORIGIN.column()).toUpperCase(Locale.ROOT)),
        row.getString(RecordField.GENERATED_BY.column()));
  }

  /** Some fields of a row, by the names that clients know, in this order. */
  static Map<String, Object> shown(Row row, List<RecordField> fields) {
    Map<String, Object> shown = LinkedHashMap.newLinkedHashMap(fields.size());
    fields.forEach(field -> shown.put(field.wire(), row.getValue(field.column())));
    return shown;
  }
}
