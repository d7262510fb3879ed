package io.ledgerline.platform.messaging;

import java.util.Map;
import java.util.Objects;

/**
 * A Kafka record to be sent.
 *
 * @param topic where to
 * @param key what it is about; records of one key keep their order in the topic; null for none
 * @param payload its bytes; not copied, do not change them; null for a tombstone
 * @param headers its headers as UTF-8 texts; may be empty
 */
public record OutgoingRecord(
    String topic, String key, byte[] payload, Map<String, String> headers) {
  public OutgoingRecord {
    Objects.requireNonNull(topic, "topic");
    headers = Map.copyOf(headers);
  }

  /** A record without headers. */
  public OutgoingRecord(String topic, String key, byte[] payload) {
    this(topic, key, payload, Map.of());
  }
}
