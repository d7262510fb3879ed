package io.ledgerline.report.access;

import io.ledgerline.contracts.AccessScope;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.platform.access.KeyCache;
import io.ledgerline.platform.access.KeyText;
import io.ledgerline.platform.access.KnownKey;
import io.ledgerline.report.store.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Short-lived tokens that stand for a key: made from it, refused with it. Only their digests are
 * kept. A token has the shape of a key.
 */
@ApplicationScoped
public class KeySessions {
  private static final String ADD =
      "INSERT INTO key_session (prefix, sha256, key_prefix, name, tenant, roles, scope,"
          + " created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING number";
  private static final String FORGET_OLD = "DELETE FROM key_session WHERE expires_at < $1";
  private static final String END =
      "DELETE FROM key_session WHERE prefix = $1 AND sha256 = $2 AND tenant = $3"
          + " AND key_prefix = $4";
  private static final String FIND =
      "SELECT key_prefix, name, tenant, roles, scope, sha256, expires_at FROM key_session"
          + " WHERE prefix = $1";

  private final Pool database;
  private final KeyCache cache;

  KeySessions(Pool database, KeyCache cache) {
    this.database = database;
    this.cache = cache;
  }

  /**
   * Who logs in.
   *
   * @param prefix of the key
   * @param name of the key
   * @param tenant whose ledger it opens
   * @param roles that it has in effect
   * @param scope what of the tenant it sees; null for all
   */
  public record Holder(
      String prefix, String name, TenantId tenant, Set<String> roles, AccessScope scope) {}

  /**
   * A token just made.
   *
   * @param text shown this once
   * @param number counted up
   */
  public record Session(KeyText text, long number) {}

  /** Makes a token. */
  public Uni<Session> begin(Holder holder, Instant now, Instant until) {
    KeyText text = KeyText.generate(new SecureRandom());
    Tuple values =
        Tuple.of(text.prefix(), text.sha256(), holder.prefix(), holder.name())
            .addString(holder.tenant().value())
            .addArrayOfString(holder.roles().toArray(String[]::new))
            .addString(holder.scope() == null ? null : holder.scope().canonical())
            .addOffsetDateTime(Columns.utc(now))
            .addOffsetDateTime(Columns.utc(until));
    return database
        .preparedQuery(FORGET_OLD)
        .execute(Tuple.of(Columns.utc(now)))
        .chain(() -> database.preparedQuery(ADD).execute(values))
        .map(rows -> new Session(text, rows.iterator().next().getLong("number")));
  }

  /** Ends a token of the same key; one that is over already or no token at all changes nothing. */
  public Uni<Void> end(TenantId tenant, String keyPrefix, String token) {
    Optional<KeyText> text = KeyText.parse(token);
    if (text.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    String prefix = text.get().prefix();
    return database
        .preparedQuery(END)
        .execute(Tuple.of(prefix, text.get().sha256(), tenant.value(), keyPrefix))
        .invoke(() -> cache.forget(prefix))
        .replaceWithVoid();
  }

  /**
   * The key that a token stands for.
   *
   * @param keys finds the key that it was made with; a key from configuration is not found there
   */
  Uni<Optional<KnownKey>> find(String prefix, Function<String, Uni<Optional<KnownKey>>> keys) {
    return database
        .preparedQuery(FIND)
        .execute(Tuple.of(prefix))
        .chain(
            rows -> {
              if (rows.size() == 0) {
                return Uni.createFrom().item(Optional.empty());
              }
              Row row = rows.iterator().next();
              return keys.apply(row.getString("key_prefix"))
                  .map(key -> Optional.of(key(row, key.orElseGet(() -> configured(row)))));
            });
  }

  /** May what the key may, for as long as both are good. */
  private static KnownKey key(Row row, KnownKey key) {
    Instant end = Columns.instant(row, "expires_at");
    boolean keyEndsFirst = key.expiresAt() != null && key.expiresAt().isBefore(end);
    return new KnownKey(
        key.prefix(),
        key.name(),
        key.tenant(),
        key.roles(),
        row.getString("sha256"),
        keyEndsFirst ? key.expiresAt() : end,
        key.revoked(),
        key.scope());
  }

  private static KnownKey configured(Row row) {
    return new KnownKey(
        row.getString("key_prefix"),
        row.getString("name"),
        new TenantId(row.getString("tenant")),
        Set.of(row.getArrayOfStrings("roles")),
        row.getString("sha256"),
        null,
        false,
        AccessScope.ofCanonical(row.getString("scope")));
  }
}
