package io.ledgerline.notify.delivery.store;

import io.ledgerline.contracts.message.DeliveryUpdated.State;
import io.ledgerline.platform.access.Sight;
import java.util.UUID;

/**
 * Which deliveries to list.
 *
 * @param sight which are seen
 * @param runId of this run only; null for any
 * @param state in this state only; null for any
 * @param channel of this channel only; null for any
 */
public record DeliveryFilter(Sight sight, UUID runId, State state, String channel) {}
