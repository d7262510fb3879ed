package io.ledgerline.report.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/**
 * How a delivery of a run stands.
 *
 * @param deliveryId its identity at notify-service
 * @param channel such as {@code email}
 * @param target where it goes
 * @param state PENDING, RETRYING, DELIVERED or DEAD
 * @param attempts made so far
 * @param updatedAt when it came to this state
 * @param detail receipt or cause; absent when there is nothing to say
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunDelivery(
    UUID deliveryId,
    String channel,
    String target,
    String state,
    int attempts,
    Instant updatedAt,
    String detail) {}
