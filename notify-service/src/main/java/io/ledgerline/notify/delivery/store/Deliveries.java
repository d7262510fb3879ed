package io.ledgerline.notify.delivery.store;

import io.ledgerline.contracts.AccessScope;
import io.ledgerline.platform.access.Sight;
import io.ledgerline.platform.messaging.MessageCodec;
import io.ledgerline.platform.messaging.outbox.Outbox;
import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.platform.page.Page;
import io.ledgerline.platform.problem.Conflict;
import io.ledgerline.platform.problem.InvalidRequest;
import io.ledgerline.platform.problem.NotFound;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Deliveries for callers. Every method sees what the caller sees only. */
@ApplicationScoped
public class Deliveries implements PanacheRepositoryBase<Delivery, UUID> {
  private static final String MINE = "id = ?1 and tenant = ?2";

  private final Attempts attempts;
  private final Outbox outbox;
  private final MessageCodec codec;
  private final Clock clock;

  Deliveries(Attempts attempts, Outbox outbox, MessageCodec codec, Clock clock) {
    this.attempts = attempts;
    this.outbox = outbox;
    this.codec = codec;
    this.clock = clock;
  }

  /**
   * A delivery with its attempts.
   *
   * @param delivery the delivery
   * @param attempts oldest first
   */
  public record Story(Delivery delivery, List<DeliveryAttempt> attempts) {}

  /**
   * Lists one page. {@code cursor} is null for the first; it belongs to the order it was made in.
   */
  public Uni<Page<Delivery>> page(
      DeliveryFilter filter, DeliveryOrder order, Limit limit, Cursor cursor) {
    if (!filter.sight().isCut()) {
      return page(filter, null, order, limit, cursor);
    }
    return scopesWithin(filter.sight())
        .chain(
            scopes ->
                scopes.isEmpty()
                    ? Uni.createFrom().item(new Page<>(List.of(), null))
                    : page(filter, scopes, order, limit, cursor));
  }

  private Uni<Page<Delivery>> page(
      DeliveryFilter filter, List<String> scopes, DeliveryOrder order, Limit limit, Cursor cursor) {
    List<String> conditions = new ArrayList<>(List.of("tenant = :tenant"));
    Map<String, Object> values = new HashMap<>();
    values.put("tenant", filter.sight().tenant().value());
    if (scopes != null) {
      conditions.add("scope in :scopes");
      values.put("scopes", scopes);
    }
    if (filter.runId() != null) {
      conditions.add("runId = :runId");
      values.put("runId", filter.runId());
    }
    if (filter.state() != null) {
      conditions.add("state = :state");
      values.put("state", filter.state());
    }
    if (filter.channel() != null) {
      conditions.add("channel = :channel");
      values.put("channel", filter.channel());
    }
    if (cursor != null) {
      conditions.add(order.after());
      values.put("at", cursor.instant(0));
      values.put("id", idOf(cursor));
    }
    String query = String.join(" and ", conditions) + " " + order.by();
    return Panache.withSession(() -> find(query, values).range(0, limit.value()).list())
        .map(rows -> Page.of(rows, limit, order::cursorOf));
  }

  /** Whoever sees a part sees deliveries of reports on what lies within it. */
  private Uni<List<String>> scopesWithin(Sight sight) {
    return Panache.withSession(
            () ->
                find(
                        "select distinct scope from Delivery where tenant = ?1 and scope is not null",
                        sight.tenant().value())
                    .project(String.class)
                    .list())
        .map(
            all ->
                all.stream().filter(text -> sight.covers(AccessScope.ofCanonical(text))).toList());
  }

  private Uni<Delivery> seen(Sight sight, UUID id, Delivery delivery) {
    return delivery != null && sight.covers(delivery.scope())
        ? Uni.createFrom().item(delivery)
        : Uni.createFrom().failure(() -> NotFound.of("delivery", id));
  }

  /** Finds one with its attempts; fails with {@link NotFound}. */
  public Uni<Story> story(UUID id, Sight sight) {
    return Panache.withSession(
        () ->
            find(MINE, id, sight.tenant().value())
                .firstResult()
                .chain(delivery -> seen(sight, id, delivery))
                .chain(delivery -> attempts.of(id).map(list -> new Story(delivery, list))));
  }

  /**
   * Gives a dead delivery a new round of attempts.
   *
   * @return the delivery, {@code PENDING}; fails with {@link NotFound}, or with {@link Conflict}
   *     unless it is dead
   */
  public Uni<Delivery> replay(UUID id, Sight sight) {
    Instant now = Times.now(clock);
    return Panache.withTransaction(
            () ->
                find(MINE, id, sight.tenant().value())
                    .withLock(LockModeType.PESSIMISTIC_WRITE)
                    .firstResult()
                    .chain(delivery -> seen(sight, id, delivery))
                    .call(delivery -> announce(delivery, now)))
        .invoke(outbox::wake);
  }

  private Uni<Void> announce(Delivery delivery, Instant now) {
    DeliveryChange change =
        delivery
            .replay(now)
            .orElseThrow(
                () ->
                    new Conflict(
                        "Delivery %s is %s; only one that is DEAD can be replayed."
                            .formatted(delivery.id(), delivery.state())));
    return Panache.getSession().chain(session -> outbox.add(session, change.message(codec)));
  }

  private static UUID idOf(Cursor cursor) {
    try {
      return UUID.fromString(cursor.text(1));
    } catch (IllegalArgumentException e) {
      throw InvalidRequest.field(
          "cursor", "unknown", "cursor must be the nextCursor of an earlier page of this list");
    }
  }
}
