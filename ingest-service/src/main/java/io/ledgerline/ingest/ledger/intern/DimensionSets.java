package io.ledgerline.ingest.ledger.intern;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.ingest.ledger.LedgerConfig;
import io.ledgerline.ingest.ledger.canon.FieldDigest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Everything that repeats from event to event, and the numbers that stand for it. */
@ApplicationScoped
public class DimensionSets {
  /**
   * What repeats.
   *
   * @param tenant whose
   * @param sourceId the source's number
   * @param dimensions where it came from and what was used
   * @param meters names of the meters, sorted
   * @param sign 1 when its rows add, -1 when each takes an earlier row back
   */
  public record Key(
      TenantId tenant, int sourceId, Dimensions dimensions, List<String> meters, int sign) {
    UUID digest() {
      FieldDigest digest =
          new FieldDigest("ledgerline dimension set 1")
              .text(tenant.value())
              .number(sourceId)
              .text(dimensions.sourceAccount())
              .text(dimensions.principal() == null ? null : dimensions.principal().toString())
              .text(dimensions.workspace())
              .text(dimensions.project())
              .text(dimensions.provider())
              .text(dimensions.model())
              .text(dimensions.region())
              .text(dimensions.operation())
              .number(dimensions.priceClass().values().size());
      dimensions.priceClass().values().forEach((name, value) -> digest.text(name).text(value));
      digest.number(meters.size());
      meters.forEach(digest::text);
      digest.number(sign);
      return digest.first16();
    }
  }

  private record Digested(UUID digest, Key key) {}

  private final Interner<Key, Integer> interner;
  private final Pool pool;

  DimensionSets(Pool pool, LedgerConfig config) {
    this.pool = pool;
    this.interner = new Interner<>(config.rememberedWords(), this::intern);
  }

  /** The number of each set, made where there is none. */
  public Uni<Map<Key, Integer>> resolve(Set<Key> keys) {
    return interner.resolve(keys);
  }

  private Uni<Map<Key, Integer>> intern(List<Key> keys) {
    List<Digested> sets =
        keys.stream()
            .map(key -> new Digested(key.digest(), key))
            .sorted(Comparator.comparing(Digested::digest))
            .toList();
    UUID[] digests = sets.stream().map(Digested::digest).toArray(UUID[]::new);
    return find(digests)
        .chain(
            found -> {
              List<Digested> missing =
                  sets.stream().filter(set -> !found.containsKey(set.digest())).toList();
              return missing.isEmpty()
                  ? Uni.createFrom().item(found)
                  : add(missing).chain(() -> find(digests));
            })
        .map(
            found -> {
              Map<Key, Integer> ids = new HashMap<>();
              sets.forEach(set -> ids.put(set.key(), found.get(set.digest())));
              return ids;
            });
  }

  private Uni<Map<UUID, Integer>> find(UUID[] digests) {
    return pool.preparedQuery("SELECT digest, id FROM dimension_set WHERE digest = ANY ($1)")
        .execute(Tuple.tuple().addArrayOfUUID(digests))
        .map(
            rows -> {
              Map<UUID, Integer> found = new HashMap<>();
              rows.forEach(row -> found.put(row.getUUID(0), row.getInteger(1)));
              return found;
            });
  }

  private Uni<Void> add(List<Digested> sets) {
    List<Tuple> rows =
        sets.stream().map(set -> DimensionSetRow.tuple(set.digest(), set.key())).toList();
    return pool.preparedQuery(DimensionSetRow.INSERT).executeBatch(rows).replaceWithVoid();
  }
}
