package io.ledgerline.report.rollup.store;

import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.Labels;
import io.ledgerline.report.rollup.BatchTally;
import io.ledgerline.report.rollup.DimensionSet;
import io.ledgerline.report.store.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/**
 * Numbers for dimension sets. They are made outside the transactions that use them: one without
 * rollups does no harm.
 */
@ApplicationScoped
public class DimensionSets {
  private static final int REMEMBERED = 100_000;

  private static final String ADD =
      """
      INSERT INTO dimension_set (digest, tenant, source_account, principal, workspace, project,
        provider, model, region, operation, price_class, tags)
      SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::text[], $6::text[],
        $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[]::jsonb[])
      ON CONFLICT DO NOTHING""";

  private static final String FIND =
      "SELECT digest, id FROM dimension_set WHERE digest = ANY ($1) AND tenant = ANY ($2)";

  /** By number, because that is what rollups point to. */
  private static final String MEND =
      """
      INSERT INTO dimension_set AS d (digest, tenant, source_account, principal, workspace, project,
        provider, model, region, operation, price_class, tags, id)
      OVERRIDING SYSTEM VALUE
      SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::text[], $6::text[],
        $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[]::jsonb[],
        $13::bigint[])
      ON CONFLICT (id) DO UPDATE SET digest = excluded.digest, tenant = excluded.tenant,
        source_account = excluded.source_account, principal = excluded.principal,
        workspace = excluded.workspace, project = excluded.project, provider = excluded.provider,
        model = excluded.model, region = excluded.region, operation = excluded.operation,
        price_class = excluded.price_class, tags = excluded.tags
      WHERE (d.*) IS DISTINCT FROM (excluded.*)""";

  private final Pool database;
  private final Interner<DimensionSet, Long> interner;

  DimensionSets(Pool database) {
    this.database = database;
    this.interner = new Interner<>(REMEMBERED, this::intern);
  }

  /** The numbers of each batch's sets, in the batch's own order. */
  Uni<Map<BatchTally, long[]>> numbers(Collection<BatchTally> batches) {
    Map<BatchTally, long[]> numbers = new IdentityHashMap<>();
    Set<DimensionSet> missing = new HashSet<>();
    for (BatchTally batch : batches) {
      List<Long> known = interner.known(batch.sets());
      if (known == null) {
        missing.addAll(batch.sets());
      } else {
        numbers.put(batch, known.stream().mapToLong(Long::longValue).toArray());
      }
    }
    return missing.isEmpty()
        ? Uni.createFrom().item(numbers)
        : interner
            .numbers(missing)
            .map(
                found -> {
                  for (BatchTally batch : batches) {
                    numbers.computeIfAbsent(
                        batch, b -> b.sets().stream().mapToLong(found::get).toArray());
                  }
                  return numbers;
                });
  }

  /**
   * Makes the sets say again what their batches say, whatever somebody has made of them.
   *
   * @param numbers what {@link #numbers} gave for the batches
   * @return how many said something else
   */
  Uni<Integer> mend(Map<BatchTally, long[]> numbers) {
    Map<UUID, DimensionSet> byDigest = new TreeMap<>();
    Map<UUID, Long> ids = new TreeMap<>();
    Set<Long> met = new HashSet<>();
    numbers.forEach(
        (batch, ofBatch) -> {
          for (int i = 0; i < ofBatch.length; i++) {
            if (met.add(ofBatch[i])) {
              UUID digest = batch.sets().get(i).digest();
              byDigest.put(digest, batch.sets().get(i));
              ids.put(digest, ofBatch[i]);
            }
          }
        });
    return database
        .preparedQuery(MEND)
        .execute(rows(byDigest).addArrayOfLong(ids.values().toArray(Long[]::new)))
        .map(SqlResult::rowCount);
  }

  private Uni<Map<DimensionSet, Long>> intern(List<DimensionSet> sets) {
    // Sorted, so that two replicas that add the same sets wait for each other and never in a ring.
    Map<UUID, DimensionSet> byDigest = new TreeMap<>();
    sets.forEach(set -> byDigest.put(set.digest(), set));
    return database
        .preparedQuery(ADD)
        .execute(rows(byDigest))
        .chain(() -> database.preparedQuery(FIND).execute(wanted(byDigest)))
        .map(
            rows -> {
              Map<DimensionSet, Long> numbers = new HashMap<>();
              rows.forEach(row -> numbers.put(byDigest.get(row.getUUID(0)), row.getLong(1)));
              return numbers;
            });
  }

  private static Tuple wanted(Map<UUID, DimensionSet> sets) {
    return Tuple.of(
        Columns.uuids(sets.keySet()),
        sets.values().stream().map(s -> s.tenant().value()).distinct().toArray(String[]::new));
  }

  private static Tuple rows(Map<UUID, DimensionSet> sets) {
    List<Dimensions> all = sets.values().stream().map(DimensionSet::dimensions).toList();
    return Tuple.tuple()
        .addArrayOfUUID(Columns.uuids(sets.keySet()))
        .addArrayOfString(
            sets.values().stream().map(s -> s.tenant().value()).toArray(String[]::new))
        .addArrayOfString(column(all, Dimensions::sourceAccount))
        .addArrayOfUUID(
            all.stream()
                .map(d -> d.principal() == null ? null : d.principal().value())
                .toArray(UUID[]::new))
        .addArrayOfString(column(all, Dimensions::workspace))
        .addArrayOfString(column(all, Dimensions::project))
        .addArrayOfString(column(all, Dimensions::provider))
        .addArrayOfString(column(all, Dimensions::model))
        .addArrayOfString(column(all, Dimensions::region))
        .addArrayOfString(column(all, Dimensions::operation))
        .addArrayOfString(column(all, d -> d.priceClass().toString()))
        .addArrayOfString(column(all, d -> json(d.tags())));
  }

  private static String json(Labels tags) {
    return tags.values().isEmpty() ? "{}" : new JsonObject(new TreeMap<>(tags.values())).encode();
  }

  private static String[] column(List<Dimensions> all, Function<Dimensions, String> part) {
    return all.stream().map(part).toArray(String[]::new);
  }
}
