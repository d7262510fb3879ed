package io.ledgerline.ingest.ledger.retention.restore;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.contracts.usage.SourceName;
import io.ledgerline.ingest.ledger.batch.EventIdText;
import io.ledgerline.ingest.ledger.batch.QuantityText;
import io.ledgerline.ingest.ledger.intern.DimensionSets;
import io.ledgerline.ingest.ledger.intern.Sources;
import io.ledgerline.ingest.ledger.retention.archive.ArchivedBatch;
import io.ledgerline.ingest.ledger.retention.archive.NotGenuineException;
import io.ledgerline.ingest.ledger.retention.archive.RowLine;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes archived batches into a table like the ledger's. Blocks. */
@ApplicationScoped
class RowLoader {
  private static final String KNOWN =
      """
      SELECT EXISTS (SELECT FROM batch WHERE batch_no = $1 AND id = $2 AND tenant = $3
        AND events = $4 AND encode(digest, 'hex') = $5)""";

  private static final String INSERT =
      """
      INSERT INTO %s (charge_time, batch_no, dimension_set_id, position, id_uuid, id_text,
        quantities, labels)
      SELECT r.charge_time, $2, r.dimension_set_id, r.position, r.id_uuid, r.id_text, r.quantities,
        r.labels::jsonb
      FROM unnest($1::timestamptz[], $3::int[], $4::int[], $5::uuid[], $6::text[], $7::text[],
          $8::text[])
        AS r (charge_time, dimension_set_id, position, id_uuid, id_text, quantities, labels)""";

  private final Pool pool;
  private final Sources sources;
  private final DimensionSets dimensionSets;

  RowLoader(Pool pool, Sources sources, DimensionSets dimensionSets) {
    this.pool = pool;
    this.sources = sources;
    this.dimensionSets = dimensionSets;
  }

  /** Adds a batch whose digest was checked; fails when the ledger knows it otherwise. */
  void load(String table, ArchivedBatch batch) {
    var header = batch.header();
    boolean known =
        pool.preparedQuery(KNOWN)
            .execute(
                Tuple.of(
                    header.batchNo(),
                    header.batch(),
                    header.tenant(),
                    header.events(),
                    header.digest()))
            .await()
            .indefinitely()
            .iterator()
            .next()
            .getBoolean(0);
    if (!known) {
      throw new NotGenuineException(
          "the ledger knows nothing, or something else, of batch " + header.batch());
    }
    List<RowLine> rows = batch.rows();
    List<DimensionSets.Key> sets = sets(new TenantId(header.tenant()), rows);
    Map<DimensionSets.Key, Integer> ids =
        dimensionSets.resolve(new HashSet<>(sets)).await().indefinitely();
    UUID[] uuids = array(rows, UUID[]::new, row -> EventIdText.asUuid(row.id()).orElse(null));
    Tuple tuple =
        Tuple.tuple()
            .addArrayOfOffsetDateTime(
                array(
                    rows,
                    java.time.OffsetDateTime[]::new,
                    row -> row.time().atOffset(ZoneOffset.UTC)))
            .addLong(header.batchNo())
            .addArrayOfInteger(sets.stream().map(ids::get).toArray(Integer[]::new))
            .addArrayOfInteger(array(rows, Integer[]::new, RowLine::position))
            .addArrayOfUUID(uuids)
            .addArrayOfString(
                array(
                    rows,
                    String[]::new,
                    row -> EventIdText.asUuid(row.id()).isPresent() ? null : row.id()))
            .addArrayOfString(
                array(rows, String[]::new, row -> QuantityText.values(row.quantities())))
            .addArrayOfString(array(rows, String[]::new, RowLoader::labels));
    pool.preparedQuery(INSERT.formatted(table)).execute(tuple).await().indefinitely();
  }

  private List<DimensionSets.Key> sets(TenantId tenant, List<RowLine> rows) {
    Map<Sources.Key, Integer> ids =
        sources
            .resolve(rows.stream().map(row -> source(tenant, row)).collect(Collectors.toSet()))
            .await()
            .indefinitely();
    List<DimensionSets.Key> sets = new ArrayList<>(rows.size());
    for (RowLine row : rows) {
      sets.add(
          new DimensionSets.Key(
              tenant,
              ids.get(source(tenant, row)),
              new Dimensions(
                  row.sourceAccount(),
                  row.surrogate(),
                  row.workspace(),
                  row.project(),
                  row.provider(),
                  row.model(),
                  row.region(),
                  row.operation(),
                  PriceClass.of(row.priceClass())),
              QuantityText.meters(row.quantities()),
              row.sign()));
    }
    return sets;
  }

  private static Sources.Key source(TenantId tenant, RowLine row) {
    return new Sources.Key(tenant, new SourceName(row.source()));
  }

  private static String labels(RowLine row) {
    JsonObject json = new JsonObject();
    if (row.tags() != null && !row.tags().isEmpty()) {
      json.put("tags", new JsonObject(new HashMap<>(row.tags())));
    }
    if (row.attributes() != null && !row.attributes().isEmpty()) {
      json.put("attributes", new JsonObject(new HashMap<>(row.attributes())));
    }
    return json.isEmpty() ? null : json.encode();
  }

  private static <T> T[] array(
      List<RowLine> rows, java.util.function.IntFunction<T[]> make, Function<RowLine, T> column) {
    return rows.stream().map(column).toArray(make);
  }
}
