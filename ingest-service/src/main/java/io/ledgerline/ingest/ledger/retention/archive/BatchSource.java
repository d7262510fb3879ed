package io.ledgerline.ingest.ledger.retention.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.ingest.ledger.batch.QuantityText;
import io.ledgerline.ingest.ledger.intern.DimensionSetRow;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Reads a month's batches from the ledger, a few thousand rows at a time. */
@ApplicationScoped
class BatchSource {
  /** Batches that are read together, as long as their rows are no more than ROWS. */
  private static final int BATCHES = 200;

  private static final int ROWS = 10_000;

  private static final String HEADERS =
      """
      SELECT * FROM (
        SELECT batch_no, id, tenant, posted_at, events, accepted::text AS accepted, digest, seal_no,
          chain, sum(events) OVER (ORDER BY batch_no) - events AS before
        FROM (
          SELECT * FROM batch WHERE batch_no > $1 AND seal_no <= $2
            AND min_time >= $3::date::timestamp AT TIME ZONE 'UTC'
            AND min_time < ($3::date + interval '1 month') AT TIME ZONE 'UTC'
          ORDER BY batch_no LIMIT $4) page) summed
      WHERE before = 0 OR before + events <= $5 ORDER BY batch_no""";

  private static final String MEMBERS =
      """
      SELECT e.batch_no, e.position, e.charge_time, s.name AS source,
        coalesce(e.id_text, e.id_uuid::text) AS id, e.quantities, e.labels, d.meters, d.sign, %s
      FROM ledger_event e
      JOIN dimension_set d ON d.id = e.dimension_set_id
      JOIN source s ON s.id = d.source_id
      WHERE e.batch_no BETWEEN $1 AND $2 AND e.batch_no = ANY ($3)
        AND e.charge_time >= $4::date::timestamp AT TIME ZONE 'UTC'
        AND e.charge_time < ($4::date + interval '1 month') AT TIME ZONE 'UTC'
      ORDER BY e.batch_no, e.position"""
          .formatted(DimensionSetRow.COLUMNS);

  private static final String BODIES =
      """
      SELECT identity, body FROM event_key WHERE identity = ANY ($1)
      UNION SELECT identity, new_body FROM corrected_event
      WHERE identity = ANY ($1) AND new_body IS NOT NULL""";

  private final Pool pool;
  private final ObjectMapper json;

  BatchSource(Pool pool, ObjectMapper json) {
    this.pool = pool;
    this.json = json;
  }

  /**
   * The next batches of a month, with their rows; empty at the end.
   *
   * @param after number of the batch behind which to go on; 0 for the first
   * @param watermark highest seal number that counts
   */
  List<ArchivedBatch> next(LocalDate month, long watermark, long after) {
    var headers =
        pool.preparedQuery(HEADERS)
            .execute(Tuple.of(after, watermark, month, BATCHES, ROWS))
            .await()
            .indefinitely();
    Map<Long, ArchivedBatch> batches = new TreeMap<>();
    headers.forEach(
        row -> {
          BatchLine header = header(row);
          batches.put(header.batchNo(), new ArchivedBatch(header, new ArrayList<>()));
        });
    if (batches.isEmpty()) {
      return List.of();
    }
    Long[] numbers = batches.keySet().toArray(Long[]::new);
    pool.preparedQuery(MEMBERS)
        .execute(Tuple.of(numbers[0], numbers[numbers.length - 1], numbers, month))
        .await()
        .indefinitely()
        .forEach(row -> batches.get(row.getLong("batch_no")).rows().add(line(row)));
    return batches.values().stream().map(this::genuine).toList();
  }

  private ArchivedBatch genuine(ArchivedBatch batch) {
    ArchivedBatch marked = batch.isGenuine() ? batch : batch.withTimeless(bodies(batch));
    if (!marked.isGenuine()) {
      throw new NotGenuineException(
          "batch %s has not the rows that were accepted".formatted(batch.header().batch()));
    }
    return marked;
  }

  private Map<UUID, Set<UUID>> bodies(ArchivedBatch batch) {
    Map<UUID, Set<UUID>> bodies = new HashMap<>();
    pool.preparedQuery(BODIES)
        .execute(Tuple.tuple().addArrayOfUUID(batch.identities()))
        .await()
        .indefinitely()
        .forEach(
            row ->
                bodies
                    .computeIfAbsent(row.getUUID(0), identity -> new HashSet<>())
                    .add(row.getUUID(1)));
    return bodies;
  }

  private BatchLine header(Row row) {
    return new BatchLine(
        row.getUUID("id"),
        row.getLong("batch_no"),
        row.getString("tenant"),
        row.getOffsetDateTime("posted_at").toInstant(),
        row.getInteger("events"),
        tree(row.getString("accepted")),
        HexFormat.of().formatHex(row.getBuffer("digest").getBytes()),
        row.getLong("seal_no"),
        HexFormat.of().formatHex(row.getBuffer("chain").getBytes()));
  }

  private JsonNode tree(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was accepted cannot be read", e);
    }
  }

  private static RowLine line(Row row) {
    Dimensions d = DimensionSetRow.dimensions(row);
    JsonObject labels = (JsonObject) row.getValue("labels");
    OffsetDateTime time = row.getOffsetDateTime("charge_time");
    return new RowLine(
        row.getShort("position"),
        time.toInstant(),
        null,
        row.getString("source"),
        row.getString("id"),
        row.getShort("sign"),
        d.sourceAccount(),
        d.principal() == null ? null : d.principal().value(),
        d.workspace(),
        d.project(),
        d.provider(),
        d.model(),
        d.region(),
        d.operation(),
        d.priceClass().values(),
        QuantityText.read(List.of(row.getArrayOfStrings("meters")), row.getString("quantities")),
        texts(labels, "tags"),
        texts(labels, "attributes"));
  }

  private static SortedMap<String, String> texts(JsonObject labels, String name) {
    SortedMap<String, String> texts = new TreeMap<>();
    JsonObject of = labels == null ? null : labels.getJsonObject(name);
    if (of != null) {
      of.forEach(entry -> texts.put(entry.getKey(), (String) entry.getValue()));
    }
    return texts;
  }
}
