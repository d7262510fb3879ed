package io.ledgerline.report.access;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.message.AccessTenant;
import io.ledgerline.contracts.message.Topics;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.access.TenantCache;
import io.ledgerline.platform.messaging.MessageCodec;
import io.ledgerline.platform.messaging.OutgoingRecord;
import io.ledgerline.platform.messaging.outbox.Outbox;
import io.ledgerline.platform.problem.Conflict;
import io.ledgerline.platform.problem.NotFound;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Makes, suspends and resumes tenants. Each change and its message to the other services are one
 * transaction.
 */
@ApplicationScoped
public class Tenants {
  private final TenantRepository tenants;
  private final Keys keys;
  private final Outbox outbox;
  private final MessageCodec codec;
  private final TenantCache cache;
  private final Clock clock;

  Tenants(
      TenantRepository tenants,
      Keys keys,
      Outbox outbox,
      MessageCodec codec,
      TenantCache cache,
      Clock clock) {
    this.tenants = tenants;
    this.keys = keys;
    this.outbox = outbox;
    this.codec = codec;
    this.cache = cache;
    this.clock = clock;
  }

  /** Makes a tenant and its first admin key; the answer is the only place with the key's text. */
  public Uni<NewTenantView> make(TenantWish wish, String actor) {
    Tenant tenant = new Tenant(wish.id(), wish.name(), now(), actor);
    KeyWish first = new KeyWish("first admin", Set.of(Roles.ADMIN), wish.adminKeyExpiresAt(), null);
    return Panache.withTransaction(
            () ->
                tenants
                    .findById(wish.id().value())
                    .invoke(Tenants::refuseSecond)
                    .chain(() -> tenants.persist(tenant))
                    .call(() -> publish(tenant))
                    .chain(() -> keys.make(wish.id(), first, null, actor)))
        .invoke(() -> done(wish.id()))
        .map(key -> new NewTenantView(tenant.view(), key));
  }

  /** Tenants by id. */
  public Uni<List<TenantView>> list(Boolean suspended, String after, int limit) {
    return Panache.withSession(() -> tenants.page(suspended, after, limit))
        .map(all -> all.stream().map(Tenant::view).toList());
  }

  /** One tenant. */
  public Uni<TenantView> show(TenantId id) {
    return Panache.withSession(() -> find(id)).map(Tenant::view);
  }

  /** Refuses a tenant's keys and tokens; repeating it changes nothing. */
  public Uni<TenantView> suspend(TenantId id, String reason, String actor) {
    if (id.equals(TenantId.DEFAULT)) {
      throw new Conflict("The tenant 'default' is the installation's own: it stays.");
    }
    Instant now = now();
    return change(id, tenant -> tenant.suspend(now, actor, reason));
  }

  /** Takes a tenant's keys and tokens again; repeating it changes nothing. */
  public Uni<TenantView> resume(TenantId id) {
    return change(id, Tenant::resume);
  }

  private Uni<TenantView> change(TenantId id, Predicate<Tenant> change) {
    return Panache.withTransaction(
            () ->
                find(id)
                    .call(
                        tenant ->
                            change.test(tenant) ? publish(tenant) : Uni.createFrom().voidItem()))
        .invoke(() -> done(id))
        .map(Tenant::view);
  }

  private Uni<Tenant> find(TenantId id) {
    return tenants.findById(id.value()).onItem().ifNull().failWith(() -> NotFound.of("tenant", id));
  }

  private static void refuseSecond(Tenant there) {
    if (there != null) {
      throw new Conflict("There is a tenant of this id already.");
    }
  }

  private Uni<Void> publish(Tenant tenant) {
    AccessTenant message = tenant.message();
    OutgoingRecord record =
        new OutgoingRecord(Topics.ACCESS_TENANTS, message.tenant().value(), codec.encode(message));
    return Panache.getSession()
        .chain(session -> session.flush().chain(() -> outbox.add(session, record)));
  }

  private void done(TenantId id) {
    cache.forget(id);
    outbox.wake();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
