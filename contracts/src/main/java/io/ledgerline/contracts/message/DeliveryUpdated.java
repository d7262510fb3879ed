package io.ledgerline.contracts.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.contracts.TenantId;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * How a delivery stands. Records may arrive late or twice: the highest revision of a delivery
 * counts.
 *
 * @param deliveryId the delivery
 * @param runId the report run it delivers
 * @param tenant whose it is
 * @param channel such as {@code email}
 * @param target where it goes, for people
 * @param state how it stands
 * @param attempts made so far
 * @param at when this state was reached
 * @param detail the cause of a failure, or the receipt of a success; null when there is nothing to
 *     say
 * @param revision grows by one with every change of the delivery
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveryUpdated(
    UUID deliveryId,
    UUID runId,
    TenantId tenant,
    String channel,
    String target,
    State state,
    int attempts,
    Instant at,
    String detail,
    long revision) {
  /** How a delivery stands. */
  public enum State {
    /** Waits for its first attempt. */
    PENDING,
    /** Waits for its next attempt after a failure. */
    RETRYING,
    /** Done; the receiver confirmed it. */
    DELIVERED,
    /** Given up; it lies in the dead-letter list and can be replayed. */
    DEAD
  }

  /** Checks that all is there. */
  public DeliveryUpdated {
    Objects.requireNonNull(deliveryId, "deliveryId");
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(tenant, "tenant");
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(at, "at");
  }
}
