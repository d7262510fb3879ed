package io.ledgerline.report.rollup.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.ledgerline.contracts.message.UsageBatch;
import io.ledgerline.platform.messaging.MessageCodec;
import io.ledgerline.platform.messaging.UnreadableMessageException;
import io.ledgerline.report.rollup.BatchReader;
import io.ledgerline.report.rollup.BatchTally;
import io.ledgerline.report.rollup.RollupGrain;
import java.io.IOException;
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
  record Readable(BatchTally batch, ConsumerRecord<String, byte[]> source) {}

  /** A record and what is wrong with it. */
  record Unreadable(ConsumerRecord<String, byte[]> source, RuntimeException cause) {}

  static Reading of(Iterable<ConsumerRecord<String, byte[]>> records, RollupGrain grain) {
    Map<UUID, Readable> batches = new LinkedHashMap<>();
    List<Unreadable> unreadable = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> source : records) {
      try {
        BatchTally batch = read(source.value(), grain);
        batches.putIfAbsent(batch.batchId(), new Readable(batch, source));
      } catch (UnreadableMessageException e) {
        unreadable.add(new Unreadable(source, e));
      }
    }
    return new Reading(batches, unreadable);
  }

  private static BatchTally read(byte[] message, RollupGrain grain) {
    if (message == null || message.length == 0) {
      throw new UnreadableMessageException(UsageBatch.class, "it is empty", null);
    }
    if (message.length > MessageCodec.MAX_BYTES) {
      throw new UnreadableMessageException(
          UsageBatch.class, "it has " + message.length + " bytes", null);
    }
    try {
      return BatchReader.read(message, grain);
    } catch (IOException | RuntimeException e) {
      // Reading is pure: whatever fails here fails for these bytes, and will again.
      throw new UnreadableMessageException(UsageBatch.class, firstLine(e), e);
    }
  }

  private static String firstLine(Exception e) {
    String text =
        e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
    return text == null
        ? e.getClass().getSimpleName()
        : text.lines().findFirst().orElse(e.getClass().getSimpleName());
  }
}
