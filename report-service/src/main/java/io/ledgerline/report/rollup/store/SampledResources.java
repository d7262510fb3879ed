package io.ledgerline.report.rollup.store;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.usage.SampledResource;
import io.ledgerline.report.rollup.BatchTally;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Numbers for sampled resources. They are made outside the transactions that use them: one without
 * samples does no harm.
 */
@ApplicationScoped
public class SampledResources {
  private static final int REMEMBERED = 100_000;

  private static final String ADD =
      """
      INSERT INTO gauge_resource (tenant, source, resource)
      SELECT * FROM unnest($1::text[], $2::text[], $3::text[])
      ON CONFLICT DO NOTHING""";

  private static final String FIND =
      """
      SELECT r.tenant, r.source, r.resource, r.id FROM gauge_resource r
      JOIN unnest($1::text[], $2::text[], $3::text[]) AS w (tenant, source, resource)
        ON (r.tenant, r.source, r.resource) = (w.tenant, w.source, w.resource)""";

  private final Pool database;
  private final Interner<Key, Long> interner;

  SampledResources(Pool database) {
    this.database = database;
    this.interner = new Interner<>(REMEMBERED, this::intern);
  }

  /** Whose samples they are. */
  record Key(String tenant, String source, String resource) {
    static Key of(TenantId tenant, SampledResource sampled) {
      return new Key(tenant.value(), sampled.source(), sampled.resource());
    }
  }

  /** The numbers of all resources whose samples the batches bring; mostly there are none. */
  Uni<Map<Key, Long>> numbers(Collection<BatchTally> batches) {
    Set<Key> keys = new HashSet<>();
    for (BatchTally batch : batches) {
      batch.samples().forEach(sample -> keys.add(Key.of(batch.tenant(), sample.resource())));
    }
    return keys.isEmpty() ? Uni.createFrom().item(Map.of()) : interner.numbers(keys);
  }

  private Uni<Map<Key, Long>> intern(List<Key> keys) {
    // Sorted, so that two replicas that add the same resources never wait in a ring.
    List<Key> sorted =
        keys.stream()
            .sorted(
                Comparator.comparing(Key::tenant)
                    .thenComparing(Key::source)
                    .thenComparing(Key::resource))
            .toList();
    Tuple wanted =
        Tuple.of(
            column(sorted, Key::tenant),
            column(sorted, Key::source),
            column(sorted, Key::resource));
    return database
        .preparedQuery(ADD)
        .execute(wanted)
        .chain(() -> database.preparedQuery(FIND).execute(wanted))
        .map(
            rows -> {
              Map<Key, Long> numbers = new HashMap<>();
              rows.forEach(
                  row ->
                      numbers.put(
                          new Key(row.getString(0), row.getString(1), row.getString(2)),
                          row.getLong(3)));
              return numbers;
            });
  }

  private static String[] column(List<Key> keys, Function<Key, String> part) {
    return keys.stream().map(part).toArray(String[]::new);
  }
}
