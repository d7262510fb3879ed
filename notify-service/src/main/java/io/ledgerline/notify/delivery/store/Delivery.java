package io.ledgerline.notify.delivery.store;

import io.ledgerline.contracts.AccessScope;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.message.DeliveryUpdated.State;
import io.ledgerline.notify.delivery.core.Progress;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A delivery as callers see it. Rows are made by {@link Acceptance} and moved by {@link
 * Settlement}; the entity only reads, and replays.
 */
@Entity
@Table(name = "delivery")
public class Delivery {
  @Id private UUID id;

  @Column(name = "run_id")
  private UUID runId;

  private String tenant;
  private String kind;
  private String channel;
  private String address;

  @Enumerated(EnumType.STRING)
  private State state;

  private int attempts;
  private int round;
  private long revision;

  @Column(name = "due_at")
  private Instant dueAt;

  @Column(name = "lease_until", insertable = false, updatable = false)
  private Instant leaseUntil;

  private String detail;

  /** As {@code AccessScope.canonical} writes it; null for the whole tenant. */
  @Column(insertable = false, updatable = false)
  private String scope;

  @Column(insertable = false, updatable = false)
  private String receipt;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  /** For Hibernate. */
  protected Delivery() {}

  /** Starts a new round of attempts; empty, and nothing changes, unless the delivery is dead. */
  Optional<DeliveryChange> replay(Instant now) {
    Optional<Progress> replayed =
        new Progress(state, attempts, round, revision, dueAt).replayed(now);
    return replayed.map(
        next -> {
          state = next.state();
          round = next.round();
          revision = next.revision();
          dueAt = next.dueAt();
          detail = null;
          updatedAt = now;
          return new DeliveryChange(
              id, runId, new TenantId(tenant), channel, address, next, null, now);
        });
  }

  /** Its identity. */
  public UUID id() {
    return id;
  }

  /** What of the tenant its report is about; null for all. */
  AccessScope scope() {
    return AccessScope.ofCanonical(scope);
  }

  /** The run it delivers. */
  public UUID runId() {
    return runId;
  }

  /** The report kind. */
  public String kind() {
    return kind;
  }

  /** The channel's name. */
  public String channel() {
    return channel;
  }

  /** Where it goes. */
  public String address() {
    return address;
  }

  /** How it stands. */
  public State state() {
    return state;
  }

  /** Attempts made so far, one under way included. */
  public int attempts() {
    return attempts;
  }

  /** Grows with every change of state. */
  public long revision() {
    return revision;
  }

  /** When the next attempt starts; null when there is none, or one is under way. */
  public Instant nextAttemptAt(Instant now) {
    return leaseUntil != null && leaseUntil.isAfter(now) ? null : dueAt;
  }

  /** Cause of the last failure or receipt in words; null before the first attempt has ended. */
  public String detail() {
    return detail;
  }

  /** JSON of the receipt; null when there is none. */
  public String receipt() {
    return receipt;
  }

  /** When it was accepted. */
  public Instant createdAt() {
    return createdAt;
  }

  /** When its state last changed. */
  public Instant updatedAt() {
    return updatedAt;
  }
}
