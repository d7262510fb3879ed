package io.ledgerline.platform.messaging;

import io.ledgerline.contracts.message.Topics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Puts a poisonous record aside, alone, into its topic's dead letters, so that its neighbours go
 * on. The offset may be committed once the returned Uni has completed.
 */
@ApplicationScoped
public class DeadLetters {
  /** Header with the cause, one line. */
  public static final String CAUSE = "ledgerline-cause";

  /** Header with the topic the record came from. */
  public static final String TOPIC = "ledgerline-topic";

  private static final Logger LOG = Logger.getLogger(DeadLetters.class);
  private static final int MAX_CAUSE = 1000;

  private final KafkaSender sender;

  DeadLetters(KafkaSender sender) {
    this.sender = sender;
  }

  /**
   * Sends a record to the dead letters of its topic; completes with the broker's acknowledgement.
   */
  public Uni<Void> send(ConsumerRecord<String, byte[]> record, Throwable cause) {
    LOG.warnf(
        "Dead letter: %s partition %d offset %d: %s",
        record.topic(), record.partition(), record.offset(), causeOf(cause));
    return send(record.topic(), record.key(), record.value(), cause);
  }

  /** Sends the bytes of a record of {@code topic}; key and payload may be null. */
  public Uni<Void> send(String topic, String key, byte[] payload, Throwable cause) {
    return sender.send(letter(topic, key, payload, cause));
  }

  static OutgoingRecord letter(String topic, String key, byte[] payload, Throwable cause) {
    return new OutgoingRecord(
        Topics.deadLettersOf(topic), key, payload, Map.of(TOPIC, topic, CAUSE, causeOf(cause)));
  }

  private static String causeOf(Throwable cause) {
    String line = cause.toString().lines().findFirst().orElse("");
    return line.length() <= MAX_CAUSE ? line : line.substring(0, MAX_CAUSE);
  }
}
