package io.ledgerline.ingest.ledger.intern;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.usage.PrincipalId;
import io.ledgerline.ingest.ledger.LedgerConfig;
import io.ledgerline.ingest.ledger.canon.FieldDigest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * People and machine identities and the random surrogates that stand for them. The name is found by
 * its digest, because a name may be longer than an index entry; both lie in this one table only, so
 * that they can be erased. Of an erased name the digest stays, so that it keeps its surrogate and
 * is not written down again.
 */
@ApplicationScoped
public class Principals {
  private static final String ADD =
      """
      INSERT INTO principal (id, tenant, name, name_digest)
      SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[]) AS w (id, tenant, name, digest)
      ORDER BY digest
      ON CONFLICT DO NOTHING""";

  private static final String FIND =
      """
      SELECT p.name_digest, p.id
      FROM unnest($1::text[], $2::uuid[]) AS w (tenant, digest)
      JOIN principal p ON p.tenant = w.tenant AND p.name_digest = w.digest""";

  /**
   * A principal of a tenant.
   *
   * @param tenant whose
   * @param name as the source names it
   */
  public record Key(TenantId tenant, String name) {
    /** What the name is found by. */
    public UUID digest() {
      return new FieldDigest("ledgerline principal 1").text(tenant.value()).text(name).first16();
    }
  }

  private final Interner<Key, PrincipalId> interner;
  private final Pool pool;

  Principals(Pool pool, LedgerConfig config) {
    this.pool = pool;
    this.interner = new Interner<>(config.rememberedWords(), this::intern);
  }

  /** The surrogate of each principal, made where there is none. */
  public Uni<Map<Key, PrincipalId>> resolve(Set<Key> keys) {
    return interner.resolve(keys);
  }

  /** Asks the database anew for every name from now on, as one stands for somebody else. */
  public void forget() {
    interner.forget();
  }

  /** Grows whenever everything is forgotten. */
  public int era() {
    return interner.era();
  }

  private Uni<Map<Key, PrincipalId>> intern(List<Key> keys) {
    String[] tenants = keys.stream().map(k -> k.tenant().value()).toArray(String[]::new);
    UUID[] digests = keys.stream().map(Key::digest).toArray(UUID[]::new);
    Tuple added =
        Tuple.tuple()
            .addArrayOfUUID(
                Stream.generate(UUID::randomUUID).limit(keys.size()).toArray(UUID[]::new))
            .addArrayOfString(tenants)
            .addArrayOfString(keys.stream().map(Key::name).toArray(String[]::new))
            .addArrayOfUUID(digests);
    Tuple wanted = Tuple.tuple().addArrayOfString(tenants).addArrayOfUUID(digests);
    return pool.preparedQuery(ADD)
        .execute(added)
        .chain(() -> pool.preparedQuery(FIND).execute(wanted))
        .map(
            rows -> {
              Map<UUID, PrincipalId> byDigest = new HashMap<>();
              rows.forEach(row -> byDigest.put(row.getUUID(0), new PrincipalId(row.getUUID(1))));
              Map<Key, PrincipalId> found = new HashMap<>();
              for (int i = 0; i < digests.length; i++) {
                found.put(keys.get(i), byDigest.get(digests[i]));
              }
              return found;
            });
  }
}
