package io.ledgerline.ingest.ledger.intern;

import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.contracts.usage.PrincipalId;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** How a dimension set lies in its table. */
public final class DimensionSetRow {
  /** Columns that {@link #dimensions} reads, of {@code dimension_set d}. */
  public static final String COLUMNS =
      "d.source_account, d.principal_id, d.workspace, d.project, d.provider, d.model, d.region,"
          + " d.operation, d.price_class";

  static final String INSERT =
      """
      INSERT INTO dimension_set (digest, tenant, source_id, source_account, principal_id, workspace,
        project, provider, model, region, operation, price_class, meters, sign)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
      ON CONFLICT DO NOTHING""";

  private DimensionSetRow() {}

  static Tuple tuple(UUID digest, DimensionSets.Key key) {
    Dimensions d = key.dimensions();
    return Tuple.tuple()
        .addUUID(digest)
        .addString(key.tenant().value())
        .addInteger(key.sourceId())
        .addString(d.sourceAccount())
        .addUUID(d.principal() == null ? null : d.principal().value())
        .addString(d.workspace())
        .addString(d.project())
        .addString(d.provider())
        .addString(d.model())
        .addString(d.region())
        .addString(d.operation())
        .addValue(new JsonObject(new HashMap<>(d.priceClass().values())))
        .addArrayOfString(key.meters().toArray(String[]::new))
        .addInteger(key.sign());
  }

  /** The dimensions of a row that was read with {@link #COLUMNS}. */
  public static Dimensions dimensions(Row row) {
    UUID principal = row.getUUID("principal_id");
    return new Dimensions(
        row.getString("source_account"),
        principal == null ? null : new PrincipalId(principal),
        row.getString("workspace"),
        row.getString("project"),
        row.getString("provider"),
        row.getString("model"),
        row.getString("region"),
        row.getString("operation"),
        PriceClass.of(texts((JsonObject) row.getValue("price_class"))));
  }

  private static Map<String, String> texts(JsonObject object) {
    Map<String, String> texts = new HashMap<>();
    object.forEach(entry -> texts.put(entry.getKey(), (String) entry.getValue()));
    return texts;
  }
}
