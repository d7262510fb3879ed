package io.ledgerline.ingest.ledger.write;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.message.UsageBatch;
import io.ledgerline.ingest.ledger.batch.BatchAssembly;
import io.ledgerline.ingest.ledger.batch.BatchCutter;
import io.ledgerline.ingest.ledger.batch.BatchTotals;
import io.ledgerline.ingest.ledger.batch.Fact;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes accepted events and the batches they belong to, in one statement. */
final class BatchRows {
  private static final String INSERT =
      """
      WITH b AS (
        INSERT INTO batch (id, tenant, events, quantities, min_time, max_time, publish_due_at)
        SELECT i.id, $2, i.events, i.quantities::jsonb, i.min_time, i.max_time,
          now() + $15 * interval '1 millisecond'
        FROM unnest($1::uuid[], $3::int[], $4::text[], $5::timestamptz[], $6::timestamptz[])
          WITH ORDINALITY AS i (id, events, quantities, min_time, max_time, n)
        ORDER BY i.n
        RETURNING batch_no, id, posted_at
      ), r AS (
        INSERT INTO ledger_event (charge_time, batch_no, dimension_set_id, position, id_uuid,
          id_text, quantities, labels)
        SELECT r.charge_time, b.batch_no, r.dimension_set_id, r.position, r.id_uuid, r.id_text,
          r.quantities, r.labels::jsonb
        FROM unnest($7::timestamptz[], $8::int[], $9::int[], $10::smallint[], $11::uuid[],
            $12::text[], $13::text[], $14::text[])
          AS r (charge_time, batch, dimension_set_id, position, id_uuid, id_text, quantities, labels)
        JOIN b ON b.id = ($1::uuid[])[r.batch]
      )
      SELECT id, posted_at FROM b ORDER BY batch_no""";

  /** One batch before it has a number. */
  private record Cut(UUID id, List<Candidate> members, BatchTotals totals) {}

  private final TenantId tenant;
  private final List<Cut> cuts = new ArrayList<>();

  /**
   * Cuts batches.
   *
   * @param accepted at least one, in the order of the call
   */
  BatchRows(TenantId tenant, List<Candidate> accepted) {
    this.tenant = tenant;
    int start = 0;
    for (int end : BatchCutter.ends(accepted.stream().map(Candidate::fact).toList())) {
      List<Candidate> members = accepted.subList(start, end);
      cuts.add(new Cut(UUID.randomUUID(), members, BatchTotals.of(facts(members))));
      start = end;
    }
  }

  /**
   * Writes them and answers with their messages.
   *
   * @param relayAfter when they become due for publication from the ledger
   */
  Uni<List<UsageBatch>> write(SqlConnection connection, Duration relayAfter) {
    Tuple tuple = Tuple.tuple();
    addBatches(tuple);
    RowArrays rows = new RowArrays(cuts.stream().mapToInt(cut -> cut.members().size()).sum());
    for (int i = 0; i < cuts.size(); i++) {
      rows.add(i + 1, cuts.get(i).members());
    }
    rows.addTo(tuple);
    tuple.addLong(relayAfter.toMillis());
    return connection
        .preparedQuery(INSERT)
        .execute(tuple)
        .map(
            written -> {
              Map<UUID, Instant> postedAt = new HashMap<>();
              written.forEach(
                  row -> postedAt.put(row.getUUID(0), row.getOffsetDateTime(1).toInstant()));
              return cuts.stream()
                  .map(
                      cut ->
                          BatchAssembly.message(
                              cut.id(), tenant, postedAt.get(cut.id()), facts(cut.members())))
                  .toList();
            });
  }

  private void addBatches(Tuple tuple) {
    tuple
        .addArrayOfUUID(cuts.stream().map(Cut::id).toArray(UUID[]::new))
        .addString(tenant.value())
        .addArrayOfInteger(cuts.stream().map(cut -> cut.totals().events()).toArray(Integer[]::new))
        .addArrayOfString(cuts.stream().map(cut -> sums(cut.totals())).toArray(String[]::new))
        .addArrayOfOffsetDateTime(
            cuts.stream().map(cut -> utc(cut.totals().minTime())).toArray(OffsetDateTime[]::new))
        .addArrayOfOffsetDateTime(
            cuts.stream().map(cut -> utc(cut.totals().maxTime())).toArray(OffsetDateTime[]::new));
  }

  static OffsetDateTime utc(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }

  private static String sums(BatchTotals totals) {
    JsonObject json = new JsonObject();
    totals.quantities().forEach((meter, sum) -> json.put(meter, sum.toPlainString()));
    return json.encode();
  }

  private static List<Fact> facts(List<Candidate> members) {
    return members.stream().map(Candidate::fact).toList();
  }
}
