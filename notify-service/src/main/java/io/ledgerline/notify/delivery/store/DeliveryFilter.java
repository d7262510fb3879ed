package io.ledgerline.notify.delivery.store;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.message.DeliveryUpdated.State;
import java.util.UUID;

/**
 * Which deliveries to list.
 *
 * @param tenant whose
 * @param runId of this run only; null for any
 * @param state in this state only; null for any
 * @param channel of this channel only; null for any
 */
public record DeliveryFilter(TenantId tenant, UUID runId, State state, String channel) {}
