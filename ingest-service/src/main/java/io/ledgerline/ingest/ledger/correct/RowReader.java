package io.ledgerline.ingest.ledger.correct;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.usage.EventIdentity;
import io.ledgerline.contracts.usage.SourceName;
import io.ledgerline.ingest.ledger.batch.EventIdText;
import io.ledgerline.ingest.ledger.batch.QuantityText;
import io.ledgerline.ingest.ledger.canon.CanonicalForm;
import io.ledgerline.ingest.ledger.intern.DimensionSetRow;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Reads rows that add usage. Rows never change, so that it does not matter whether that happens
 * inside of a transaction. Blocks.
 */
@ApplicationScoped
class RowReader {
  /**
   * First the ledger's rows alone, then the words of each by key. Left to itself, the planner takes
   * a new month for a small table and looks through it once for each dimension set.
   */
  private static final String ROWS =
      """
      WITH e AS MATERIALIZED (
        SELECT * FROM ledger_event WHERE charge_time >= $2 AND charge_time < $3 AND %s)
      SELECT e.charge_time, e.batch_no, e.position, coalesce(e.id_text, e.id_uuid::text) AS id,
        e.quantities, e.labels::text AS labels, d.source_id, d.source, d.meters, %s
      FROM e CROSS JOIN LATERAL (
        SELECT d.*, s.name AS source FROM dimension_set d JOIN source s ON s.id = d.source_id
        WHERE d.id = e.dimension_set_id OFFSET 0) d
      WHERE d.tenant = $1 AND d.sign = 1 AND %s""";

  private static final String NAMED =
      ROWS.formatted(
          "(id_uuid = ANY ($4) OR id_text = ANY ($5))",
          DimensionSetRow.COLUMNS,
          "d.source_id = ANY ($6)");

  private static final String SELECTED =
      ROWS.formatted(
          "batch_no BETWEEN $4 AND $5",
          DimensionSetRow.COLUMNS,
          """
          ($6::text IS NULL OR d.source = $6)
            AND ($7::text IS NULL OR d.source_account = $7)
            AND ($8::uuid IS NULL OR d.principal_id = $8)
            AND ($9::text IS NULL OR d.model = $9)
          ORDER BY e.batch_no, e.position""");

  private final Pool pool;

  RowReader(Pool pool) {
    this.pool = pool;
  }

  /**
   * The rows that count for some events.
   *
   * @param ids the source's own id of each identity
   * @param states what stands for them; none is void
   * @return by identity, without those whose row is no longer there
   */
  Map<UUID, StoredRow> counting(
      TenantId tenant, Map<UUID, String> ids, Collection<EventState> states) {
    Map<UUID, EventState> wanted = new HashMap<>();
    states.forEach(state -> wanted.put(state.identity(), state));
    Map<UUID, StoredRow> found = new HashMap<>();
    for (Windows.Window window : Windows.around(states.stream().map(EventState::time).toList())) {
      List<EventState> inside =
          states.stream().filter(state -> window.contains(state.time())).toList();
      List<String> texts = inside.stream().map(state -> ids.get(state.identity())).toList();
      Tuple tuple =
          span(tenant, window.from(), window.to())
              .addArrayOfUUID(
                  texts.stream()
                      .flatMap(id -> EventIdText.asUuid(id).stream())
                      .toArray(UUID[]::new))
              .addArrayOfString(
                  texts.stream()
                      .filter(id -> EventIdText.asUuid(id).isEmpty())
                      .toArray(String[]::new))
              .addArrayOfInteger(
                  inside.stream().map(EventState::sourceId).distinct().toArray(Integer[]::new));
      for (StoredRow row : read(tenant, NAMED, tuple)) {
        EventState state = wanted.get(row.identity());
        if (state != null && state.stands(row)) {
          found.put(row.identity(), row);
        }
      }
    }
    return found;
  }

  /**
   * The rows of some batches that a filter takes, in the order of batch and position.
   *
   * @param firstBatch number of the first batch
   * @param lastBatch number of the last batch
   * @param from charge time, inclusive
   * @param to charge time, exclusive
   */
  List<StoredRow> selected(
      TenantId tenant,
      Selection.Filter filter,
      long firstBatch,
      long lastBatch,
      Instant from,
      Instant to) {
    return read(
        tenant,
        SELECTED,
        span(tenant, from, to)
            .addLong(firstBatch)
            .addLong(lastBatch)
            .addString(filter.source())
            .addString(filter.sourceAccount())
            .addUUID(filter.principal())
            .addString(filter.model()));
  }

  private static Tuple span(TenantId tenant, Instant from, Instant to) {
    return Tuple.tuple()
        .addString(tenant.value())
        .addOffsetDateTime(from.atOffset(ZoneOffset.UTC))
        .addOffsetDateTime(to.atOffset(ZoneOffset.UTC));
  }

  private List<StoredRow> read(TenantId tenant, String sql, Tuple tuple) {
    CanonicalForm canon = new CanonicalForm();
    List<StoredRow> rows = new ArrayList<>();
    for (Row row : pool.preparedQuery(sql).execute(tuple).await().indefinitely()) {
      String source = row.getString("source");
      String id = row.getString("id");
      rows.add(
          new StoredRow(
              new Place(row.getLong("batch_no"), row.getShort("position")),
              canon.identity(tenant, new EventIdentity(new SourceName(source), id)),
              source,
              row.getInteger("source_id"),
              id,
              row.getOffsetDateTime("charge_time").toInstant(),
              DimensionSetRow.dimensions(row),
              QuantityText.read(
                  List.of(row.getArrayOfStrings("meters")), row.getString("quantities")),
              row.getString("labels")));
    }
    return rows;
  }
}
