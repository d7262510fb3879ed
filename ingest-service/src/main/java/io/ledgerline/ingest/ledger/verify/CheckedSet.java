package io.ledgerline.ingest.ledger.verify;

import io.ledgerline.ingest.ledger.scan.SetBook;
import io.ledgerline.ingest.ledger.scan.Shape;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.ToIntFunction;

/**
 * A dimension set as it lies in its table now, with the parts of its rows' digests that are common
 * to all of them.
 *
 * @param tenant whose it says it is
 * @param sourceId number of the source
 * @param source name of the source
 * @param shape what sums need of it
 * @param identityHead fields of an identity before the id
 * @param words the field of a body between time and quantities: the digest of the words
 * @param meters how many meters its rows have
 */
record CheckedSet(
    String tenant,
    int sourceId,
    String source,
    Shape shape,
    byte[] identityHead,
    byte[] words,
    int meters) {
  private static final int REMEMBERED = 20_000;
  private static final String COLUMNS =
      """
      d.id, d.tenant, d.source_id, s.name AS source, d.source_account, d.principal_id, d.workspace,
        d.project, d.provider, d.model, d.region, d.operation, d.price_class, d.meters, d.sign""";

  /** A book that reads every set anew; identities are those of {@code tenant}. */
  static SetBook<CheckedSet> book(Pool pool, String tenant, ToIntFunction<String> meterNumber) {
    return new SetBook<>(
        pool,
        COLUMNS,
        "dimension_set d JOIN source s ON s.id = d.source_id",
        REMEMBERED,
        row -> read(row, tenant, meterNumber));
  }

  private static CheckedSet read(Row row, String tenant, ToIntFunction<String> meterNumber) {
    FieldBytes fields = new FieldBytes();
    String[] meters = row.getArrayOfStrings("meters");
    int[] numbers = new int[meters.length];
    for (int i = 0; i < meters.length; i++) {
      numbers[i] = meterNumber.applyAsInt(meters[i]);
    }
    return new CheckedSet(
        row.getString("tenant"),
        row.getInteger("source_id"),
        row.getString("source"),
        new Shape(
            row.getString("tenant"),
            row.getString("source_account"),
            numbers,
            row.getInteger("sign")),
        fields.clear().text(RowForm.IDENTITY).text(tenant).text(row.getString("source")).copy(),
        words(row, fields.clear(), meters),
        meters.length);
  }

  private static byte[] words(Row row, FieldBytes fields, String[] meters) {
    UUID principal = row.getUUID("principal_id");
    fields
        .text(RowForm.WORDS)
        .text(row.getString("source_account"))
        .text(principal == null ? null : principal.toString())
        .text(row.getString("workspace"))
        .text(row.getString("project"))
        .text(row.getString("provider"))
        .text(row.getString("model"))
        .text(row.getString("region"))
        .text(row.getString("operation"));
    SortedMap<String, String> priceClass = new TreeMap<>();
    ((JsonObject) row.getValue("price_class"))
        .forEach(entry -> priceClass.put(entry.getKey(), String.valueOf(entry.getValue())));
    fields.number(priceClass.size());
    priceClass.forEach((name, value) -> fields.text(name).text(value));
    fields.number(meters.length);
    for (String meter : meters) {
      fields.text(meter);
    }
    UUID digest = fields.first16(RowForm.sha256());
    return fields.clear().uuid(digest).copy();
  }
}
