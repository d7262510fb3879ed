package io.ledgerline.ingest.ledger.intern;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.usage.SourceName;
import io.ledgerline.ingest.ledger.LedgerConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sources and the numbers that stand for them. */
@ApplicationScoped
public class Sources {
  private static final String ADD =
      """
      INSERT INTO source (tenant, name)
      SELECT * FROM unnest($1::text[], $2::text[]) AS w (tenant, name) ORDER BY 1, 2
      ON CONFLICT DO NOTHING""";

  private static final String FIND =
      """
      SELECT s.tenant, s.name, s.id
      FROM unnest($1::text[], $2::text[]) AS w (tenant, name)
      JOIN source s ON s.tenant = w.tenant AND s.name = w.name""";

  /**
   * A source of a tenant.
   *
   * @param tenant whose
   * @param name its name
   */
  public record Key(TenantId tenant, SourceName name) {}

  private final Interner<Key, Integer> interner;
  private final Pool pool;

  Sources(Pool pool, LedgerConfig config) {
    this.pool = pool;
    this.interner = new Interner<>(config.rememberedWords(), this::intern);
  }

  /** The number of each source, made where there is none. */
  public Uni<Map<Key, Integer>> resolve(Set<Key> keys) {
    return interner.resolve(keys);
  }

  private Uni<Map<Key, Integer>> intern(List<Key> keys) {
    Tuple words =
        Tuple.tuple()
            .addArrayOfString(keys.stream().map(k -> k.tenant().value()).toArray(String[]::new))
            .addArrayOfString(keys.stream().map(k -> k.name().value()).toArray(String[]::new));
    return pool.preparedQuery(ADD)
        .execute(words)
        .chain(() -> pool.preparedQuery(FIND).execute(words))
        .map(
            rows -> {
              Map<Key, Integer> found = new HashMap<>();
              rows.forEach(
                  row ->
                      found.put(
                          new Key(new TenantId(row.getString(0)), new SourceName(row.getString(1))),
                          row.getInteger(2)));
              return found;
            });
  }
}
