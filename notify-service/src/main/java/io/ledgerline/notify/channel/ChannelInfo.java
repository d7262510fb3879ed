package io.ledgerline.notify.channel;

import java.util.SortedMap;

/**
 * A channel as it is configured.
 *
 * @param channel its name
 * @param settings what it uses, by name; no secrets
 * @param limits what it does not go beyond, by name, in bytes or pieces
 */
public record ChannelInfo(
    String channel, SortedMap<String, String> settings, SortedMap<String, Long> limits) {}
