package io.ledgerline.notify.delivery.store;

import io.ledgerline.contracts.message.DeliveryUpdated.State;
import java.time.Instant;

/**
 * How many deliveries of a channel are in a state.
 *
 * @param channel the channel
 * @param state the state, not {@code DELIVERED}
 * @param count how many
 * @param oldest when the oldest of them was accepted
 */
public record Standing(String channel, State state, long count, Instant oldest) {}
