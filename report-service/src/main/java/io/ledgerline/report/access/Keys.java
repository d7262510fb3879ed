package io.ledgerline.report.access;

import io.ledgerline.contracts.AccessScope;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.message.AccessKey;
import io.ledgerline.contracts.message.Topics;
import io.ledgerline.platform.access.KeyCache;
import io.ledgerline.platform.access.KeyText;
import io.ledgerline.platform.messaging.MessageCodec;
import io.ledgerline.platform.messaging.OutgoingRecord;
import io.ledgerline.platform.messaging.outbox.Outbox;
import io.ledgerline.platform.problem.Conflict;
import io.ledgerline.platform.problem.InvalidRequest;
import io.ledgerline.platform.problem.NotFound;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Makes, replaces and revokes keys. Each change and its message to the other services are one
 * transaction.
 */
@ApplicationScoped
public class Keys {
  private final KeyRepository keys;
  private final Outbox outbox;
  private final MessageCodec codec;
  private final KeyCache cache;
  private final Clock clock;
  private final SecureRandomSource random = new SecureRandomSource();

  Keys(KeyRepository keys, Outbox outbox, MessageCodec codec, KeyCache cache, Clock clock) {
    this.keys = keys;
    this.outbox = outbox;
    this.codec = codec;
    this.cache = cache;
    this.clock = clock;
  }

  /**
   * Makes a key; the answer is the only place where its text is ever seen.
   *
   * @param own the scope of whoever makes it, which it cannot leave; null for the whole tenant
   */
  public Uni<NewKeyView> make(TenantId tenant, KeyWish wish, AccessScope own, String actor) {
    AccessScope scope = within(own, wish.scope());
    Instant now = now();
    requireFuture(wish.expiresAt(), now);
    KeyText text = KeyText.generate(random.get());
    ApiKey key = key(text, tenant, wish, scope, now, actor);
    return Panache.withTransaction(() -> keys.persist(key).call(() -> publish(key)))
        .invoke(() -> done(key.message().prefix()))
        .map(stored -> new NewKeyView(text.text(), key.view()));
  }

  /**
   * Makes a key that takes the place of another, with the same rights; the other one ends after a
   * grace period. The answer is the only place where the text is ever seen.
   *
   * @param own the scope of whoever does; null for the whole tenant
   */
  public Uni<NewKeyView> rotate(
      TenantId tenant, AccessScope own, String prefix, RotationWish wish, String actor) {
    Instant now = now();
    requireFuture(wish.expiresAt(), now);
    KeyText text = KeyText.generate(random.get());
    return Panache.withTransaction(
            () ->
                find(tenant, own, prefix)
                    .chain(
                        old -> {
                          ApiKey next = successor(old, text, wish, now, actor);
                          old.replaceBy(text.prefix(), now.plus(wish.grace()));
                          return keys.persist(next)
                              .call(() -> publish(next))
                              .call(() -> publish(old));
                        }))
        .invoke(() -> done(prefix))
        .map(next -> new NewKeyView(text.text(), next.view()));
  }

  private static ApiKey successor(
      ApiKey old, KeyText text, RotationWish wish, Instant now, String actor) {
    if (old.obstacle(now) != null) {
      throw new Conflict(old.obstacle(now));
    }
    AccessKey rights = old.message();
    Instant end = wish.expiresAt() == null ? old.successorsEnd(now) : wish.expiresAt();
    KeyWish same = new KeyWish(rights.name(), rights.roles(), end, rights.scope());
    return key(text, rights.tenant(), same, rights.scope(), now, actor);
  }

  private static ApiKey key(
      KeyText text, TenantId tenant, KeyWish wish, AccessScope scope, Instant now, String actor) {
    AccessKey message =
        new AccessKey(
            text.prefix(),
            text.sha256(),
            tenant,
            wish.name(),
            wish.roles(),
            wish.expiresAt(),
            null,
            1,
            scope);
    return new ApiKey(message, now, actor);
  }

  /**
   * Takes a key back; repeating it changes nothing.
   *
   * @param own the scope of whoever does; null for the whole tenant
   */
  public Uni<Void> revoke(TenantId tenant, AccessScope own, String prefix) {
    Instant now = now();
    return Panache.withTransaction(
            () ->
                find(tenant, own, prefix)
                    .call(key -> key.revoke(now) ? publish(key) : Uni.createFrom().voidItem()))
        .invoke(() -> done(prefix))
        .replaceWithVoid();
  }

  /**
   * The tenant's keys by prefix.
   *
   * @param own the scope of whoever asks, who sees keys within it; null for the whole tenant
   */
  public Uni<List<KeyView>> list(
      TenantId tenant, AccessScope own, KeyQuery query, String after, int limit) {
    Instant now = now();
    return Panache.withSession(
            () ->
                own == null
                    ? keys.page(tenant, query, null, after, limit, now)
                    : keys.scopes(tenant)
                        .chain(all -> keys.page(tenant, query, seen(own, all), after, limit, now)))
        .map(all -> all.stream().map(ApiKey::view).toList());
  }

  private Uni<ApiKey> find(TenantId tenant, AccessScope own, String prefix) {
    return keys.ofTenant(tenant, prefix)
        .map(key -> key == null || isSeen(own, key.scope()) ? key : null)
        .onItem()
        .ifNull()
        .failWith(() -> NotFound.of("API key", prefix));
  }

  private static List<String> seen(AccessScope own, List<String> scopes) {
    return scopes.stream().filter(text -> isSeen(own, AccessScope.ofCanonical(text))).toList();
  }

  private static boolean isSeen(AccessScope own, AccessScope scope) {
    return own == null || scope != null && own.contains(scope);
  }

  private static AccessScope within(AccessScope own, AccessScope wanted) {
    if (wanted != null && !isSeen(own, wanted)) {
      throw InvalidRequest.field(
          "scope",
          "scope-too-wide",
          "A key sees at most what the key that makes it sees: its accounts and cost centres.");
    }
    return wanted == null ? own : wanted;
  }

  private Uni<Void> publish(ApiKey key) {
    AccessKey message = key.message();
    OutgoingRecord record =
        new OutgoingRecord(Topics.ACCESS_KEYS, message.prefix(), codec.encode(message));
    return Panache.getSession()
        .chain(session -> session.flush().chain(() -> outbox.add(session, record)));
  }

  private static void requireFuture(Instant expiresAt, Instant now) {
    if (expiresAt != null && !expiresAt.isAfter(now)) {
      throw InvalidRequest.field("expiresAt", "in-the-past", "'expiresAt' lies in the future.");
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private void done(String prefix) {
    cache.forget(prefix);
    outbox.wake();
  }

  /** Made at the first use: a native image must not carry a seed from its build. */
  private static final class SecureRandomSource {
    private SecureRandom random;

    synchronized SecureRandom get() {
      if (random == null) {
        random = new SecureRandom();
      }
      return random;
    }
  }
}
