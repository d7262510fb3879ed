package io.ledgerline.report.rollup.intake;

import io.ledgerline.contracts.message.UsageBatch;
import io.ledgerline.platform.messaging.MessageCodec;
import io.ledgerline.platform.messaging.UnreadableMessageException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A poll, read: the batches, each once, and the records that are none.
 *
 * @param batches by id, with the record they came in
 * @param unreadable the others
 */
record Reading(Map<UUID, Readable> batches, List<Unreadable> unreadable) {
  /** A batch and its record. */
  record Readable(UsageBatch batch, ConsumerRecord<String, byte[]> source) {}

  /** A record and what is wrong with it. */
  record Unreadable(ConsumerRecord<String, byte[]> source, RuntimeException cause) {}

  static Reading of(MessageCodec codec, Iterable<ConsumerRecord<String, byte[]>> records) {
    Map<UUID, Readable> batches = new LinkedHashMap<>();
    List<Unreadable> unreadable = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> source : records) {
      try {
        UsageBatch batch = codec.decode(source.value(), UsageBatch.class);
        batches.putIfAbsent(batch.batchId(), new Readable(batch, source));
      } catch (UnreadableMessageException e) {
        unreadable.add(new Unreadable(source, e));
      }
    }
    return new Reading(batches, unreadable);
  }
}
