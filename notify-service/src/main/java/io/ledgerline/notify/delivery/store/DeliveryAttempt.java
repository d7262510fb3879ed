package io.ledgerline.notify.delivery.store;

import io.ledgerline.notify.delivery.core.Outcome;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** One attempt of a delivery, as callers see it. */
@Entity
@Immutable
@Table(name = "delivery_attempt")
@IdClass(DeliveryAttempt.Key.class)
public class DeliveryAttempt {
  @Id
  @Column(name = "delivery_id")
  private UUID deliveryId;

  @Id private int number;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "finished_at")
  private Instant finishedAt;

  @Enumerated(EnumType.STRING)
  private Outcome outcome;

  private String detail;

  /** For Hibernate. */
  protected DeliveryAttempt() {}

  /** Counts from 1. */
  public int number() {
    return number;
  }

  /** When it began. */
  public Instant startedAt() {
    return startedAt;
  }

  /** When it ended, or was given up as lost; null while it runs. */
  public Instant finishedAt() {
    return finishedAt;
  }

  /** How it ended. */
  public Outcome outcome() {
    return outcome;
  }

  /** Cause or receipt in words; null while it runs. */
  public String detail() {
    return detail;
  }

  /**
   * Primary key.
   *
   * @param deliveryId the delivery
   * @param number the attempt
   */
  @RegisterForReflection
  public record Key(UUID deliveryId, int number) implements Serializable {}
}
