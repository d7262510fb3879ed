package io.ledgerline.report.rollup.store;

import io.ledgerline.contracts.QuarterHour;
import io.ledgerline.contracts.message.UsageBatch;
import io.ledgerline.report.rollup.BatchEffect;
import io.ledgerline.report.rollup.DimensionSet;
import io.ledgerline.report.rollup.RollupTally;
import io.ledgerline.report.store.Columns;
import io.ledgerline.report.store.JsonColumns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Applies batches to the rollups: each once, whatever is sent how often. */
@ApplicationScoped
public class RollupStore {
  private static final String NOTE =
      """
      INSERT INTO applied_batch
        (batch_id, tenant, posting_quarter, charge_from, charge_to, events, added)
      SELECT b.id, b.tenant, b.posting, b.charge_from, b.charge_to, b.events, b.added::jsonb
      FROM unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::timestamptz[], $5::timestamptz[],
        $6::int[], $7::text[]) AS b (id, tenant, posting, charge_from, charge_to, events, added)
      ON CONFLICT (batch_id) DO NOTHING RETURNING batch_id""";

  private static final String ADD =
      """
      INSERT INTO rollup AS r
        (charge_quarter, dimension_set, posting_quarter, meter, quantity, events)
      SELECT c.charge, c.dimension_set, c.posting, c.meter, c.quantity::numeric, c.events
      FROM unnest($1::timestamptz[], $2::bigint[], $3::timestamptz[], $4::int[], $5::text[],
        $6::bigint[]) AS c (charge, dimension_set, posting, meter, quantity, events)
      ON CONFLICT (charge_quarter, dimension_set, posting_quarter, meter) DO UPDATE
      SET quantity = r.quantity + excluded.quantity, events = r.events + excluded.events""";

  private static final String WHEN =
      "SELECT batch_id, applied_at FROM applied_batch WHERE batch_id = ANY ($1)";

  private final Pool database;
  private final DimensionSets dimensionSets;
  private final MeterNames meters;
  private final RollupPartitions partitions;

  RollupStore(
      Pool database, DimensionSets dimensionSets, MeterNames meters, RollupPartitions partitions) {
    this.database = database;
    this.dimensionSets = dimensionSets;
    this.meters = meters;
    this.partitions = partitions;
  }

  /**
   * Applies those of the batches that are new, all in one transaction.
   *
   * @param batches without repeats of an id
   * @return the ids of those that were new
   */
  public Uni<Set<UUID>> apply(Collection<UsageBatch> batches) {
    if (batches.isEmpty()) {
      return Uni.createFrom().item(Set.of());
    }
    SortedMap<UUID, UsageBatch> byId = new TreeMap<>();
    batches.forEach(batch -> byId.put(batch.batchId(), batch));
    SortedMap<UUID, BatchEffect> effects = new TreeMap<>();
    byId.forEach((id, batch) -> effects.put(id, BatchEffect.of(batch)));
    return partitions
        .ensure(months(effects.values()))
        .chain(() -> numbers(byId.values()))
        .chain(numbers -> database.withTransaction(tx -> applyNew(tx, byId, effects, numbers)))
        .onFailure()
        .invoke(partitions::forget);
  }

  /** When each of the batches was applied, by the database's clock; unknown ids are left out. */
  public Uni<Map<UUID, Instant>> appliedAt(Collection<UUID> batchIds) {
    return database
        .preparedQuery(WHEN)
        .execute(Tuple.tuple().addArrayOfUUID(Columns.uuids(batchIds)))
        .map(
            rows -> {
              Map<UUID, Instant> when = new HashMap<>();
              rows.forEach(row -> when.put(row.getUUID(0), Columns.instant(row, "applied_at")));
              return when;
            });
  }

  private Uni<Set<UUID>> applyNew(
      SqlConnection transaction,
      SortedMap<UUID, UsageBatch> batches,
      SortedMap<UUID, BatchEffect> effects,
      Numbers numbers) {
    return transaction
        .preparedQuery(NOTE)
        .execute(notes(batches, effects))
        .chain(
            rows -> {
              Set<UUID> fresh = new HashSet<>();
              rows.forEach(row -> fresh.add(row.getUUID(0)));
              RollupTally tally = new RollupTally();
              fresh.forEach(id -> tally.add(batches.get(id)));
              return add(transaction, numbers.rows(tally)).replaceWith(fresh);
            });
  }

  private static Uni<Void> add(SqlConnection transaction, List<RollupRow> rows) {
    if (rows.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Tuple columns =
        Tuple.tuple()
            .addArrayOfOffsetDateTime(Columns.utc(rows.stream().map(RollupRow::charge).toList()))
            .addArrayOfLong(rows.stream().map(RollupRow::dimensionSet).toArray(Long[]::new))
            .addArrayOfOffsetDateTime(Columns.utc(rows.stream().map(RollupRow::posting).toList()))
            .addArrayOfInteger(rows.stream().map(RollupRow::meter).toArray(Integer[]::new))
            .addArrayOfString(
                rows.stream().map(r -> r.cell().quantity().toPlainString()).toArray(String[]::new))
            .addArrayOfLong(rows.stream().map(r -> r.cell().events()).toArray(Long[]::new));
    return transaction.preparedQuery(ADD).execute(columns).replaceWithVoid();
  }

  private static Tuple notes(
      SortedMap<UUID, UsageBatch> batches, SortedMap<UUID, BatchEffect> effects) {
    Collection<UsageBatch> all = batches.values();
    Collection<SortedMap<Long, BatchEffect.Part>> quarters =
        effects.values().stream().map(BatchEffect::quarters).toList();
    return Tuple.tuple()
        .addArrayOfUUID(Columns.uuids(batches.keySet()))
        .addArrayOfString(all.stream().map(b -> b.tenant().value()).toArray(String[]::new))
        .addArrayOfOffsetDateTime(
            Columns.utc(all.stream().map(b -> QuarterHour.of(b.postedAt()).start()).toList()))
        .addArrayOfOffsetDateTime(
            Columns.utc(quarters.stream().map(q -> at(q.firstKey())).toList()))
        .addArrayOfOffsetDateTime(Columns.utc(quarters.stream().map(q -> at(q.lastKey())).toList()))
        .addArrayOfInteger(all.stream().map(b -> b.facts().size()).toArray(Integer[]::new))
        .addArrayOfString(quarters.stream().map(JsonColumns::write).toArray(String[]::new));
  }

  private Uni<Numbers> numbers(Collection<UsageBatch> batches) {
    Set<DimensionSet> sets = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (UsageBatch batch : batches) {
      batch.dimensions().forEach(d -> sets.add(new DimensionSet(batch.tenant(), d)));
      batch
          .facts()
          .forEach(f -> f.quantities().byMeter().keySet().forEach(m -> names.add(m.value())));
    }
    return Uni.combine()
        .all()
        .unis(dimensionSets.numbers(sets), meters.numbers(names))
        .with(Numbers::new);
  }

  private static Set<YearMonth> months(Collection<BatchEffect> effects) {
    Set<YearMonth> months = new HashSet<>();
    for (BatchEffect effect : effects) {
      effect
          .quarters()
          .keySet()
          .forEach(quarter -> months.add(YearMonth.from(at(quarter).atOffset(ZoneOffset.UTC))));
    }
    return months;
  }

  private static Instant at(long epochSecond) {
    return Instant.ofEpochSecond(epochSecond);
  }

  private record Numbers(Map<DimensionSet, Long> sets, Map<String, Integer> meters) {
    List<RollupRow> rows(RollupTally tally) {
      return tally.cells().entrySet().stream()
          .map(
              cell ->
                  new RollupRow(
                      cell.getKey().charge().start(),
                      sets.get(cell.getKey().set()),
                      cell.getKey().posting().start(),
                      meters.get(cell.getKey().meter()),
                      cell.getValue()))
          .sorted()
          .toList();
    }
  }
}
