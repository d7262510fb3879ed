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
 * Makes and revokes keys. Each change and its message to the other services are one transaction.
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
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (wish.expiresAt() != null && !wish.expiresAt().isAfter(now)) {
      throw InvalidRequest.field("expiresAt", "in-the-past", "'expiresAt' lies in the future.");
    }
    KeyText text = KeyText.generate(random.get());
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
    ApiKey key = new ApiKey(message, now, actor);
    return Panache.withTransaction(() -> keys.persist(key).call(() -> publish(key)))
        .invoke(() -> done(key.message().prefix()))
        .map(stored -> new NewKeyView(text.text(), key.view()));
  }

  /**
   * Takes a key back; repeating it changes nothing.
   *
   * @param own the scope of whoever does; null for the whole tenant
   */
  public Uni<Void> revoke(TenantId tenant, AccessScope own, String prefix) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return Panache.withTransaction(
            () ->
                keys.ofTenant(tenant, prefix)
                    .map(key -> key == null || isSeen(own, key.scope()) ? key : null)
                    .onItem()
                    .ifNull()
                    .failWith(() -> NotFound.of("API key", prefix))
                    .call(key -> key.revoke(now) ? publish(key) : Uni.createFrom().voidItem()))
        .invoke(() -> done(prefix))
        .replaceWithVoid();
  }

  /**
   * The tenant's keys by prefix.
   *
   * @param own the scope of whoever asks, who sees keys within it; null for the whole tenant
   */
  public Uni<List<KeyView>> list(TenantId tenant, AccessScope own, String after, int limit) {
    return Panache.withSession(
            () ->
                own == null
                    ? keys.page(tenant, after, limit)
                    : keys.scopes(tenant)
                        .chain(all -> keys.page(tenant, seen(own, all), after, limit)))
        .map(all -> all.stream().map(ApiKey::view).toList());
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
