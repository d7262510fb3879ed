package io.ledgerline.platform.messaging;

import io.ledgerline.platform.problem.DependencyFailures;
import io.ledgerline.platform.schema.SchemaMigration;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * Takes a poll in, record by record and in order, for consumers whose records are few. Each record
 * ends in the database, or alone in the dead letters when it can never get there; what is away is
 * waited for. The offsets may be committed when the returned Uni completes; a crash before that
 * repeats records, so keeping one twice must have no effect.
 */
@ApplicationScoped
public class RecordIntake {
  private static final Logger LOG = Logger.getLogger(RecordIntake.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  /** A failure that is no outage gets this many further tries before the record is put aside. */
  private static final int RETRIES = 3;

  private final SchemaMigration schema;
  private final MessageCodec codec;
  private final DeadLetters deadLetters;
  private final Set<String> waiting = ConcurrentHashMap.newKeySet();

  RecordIntake(SchemaMigration schema, MessageCodec codec, DeadLetters deadLetters) {
    this.schema = schema;
    this.codec = codec;
    this.deadLetters = deadLetters;
  }

  /**
   * Takes all records of a poll.
   *
   * @param poll of one topic
   * @param type what its records say
   * @param keep keeps one; repeating it must have no effect
   * @return completes when no record needs further care; never fails
   */
  public <T extends Record> Uni<Void> take(
      ConsumerRecords<String, byte[]> poll,
      Class<T> type,
      BiFunction<T, ConsumerRecord<String, byte[]>, Uni<Void>> keep) {
    return schema
        .ready()
        .chain(
            () ->
                Multi.createFrom()
                    .iterable(poll)
                    .onItem()
                    .transformToUniAndConcatenate(record -> take(record, type, keep))
                    .collect()
                    .last())
        .replaceWithVoid();
  }

  private <T extends Record> Uni<Void> take(
      ConsumerRecord<String, byte[]> record,
      Class<T> type,
      BiFunction<T, ConsumerRecord<String, byte[]>, Uni<Void>> keep) {
    return Uni.createFrom()
        .deferred(() -> keep.apply(codec.decode(record.value(), type), record))
        .onFailure(failure -> !isPoison(failure) && !DependencyFailures.isAway(failure))
        .retry()
        .withBackOff(FIRST_PAUSE)
        .atMost(RETRIES)
        .onFailure(failure -> !DependencyFailures.isAway(failure))
        .recoverWithUni(cause -> deadLetters.send(record, cause))
        .onFailure()
        .invoke(failure -> noteWaiting(record.topic(), failure))
        .onFailure()
        .retry()
        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
        .indefinitely()
        .invoke(() -> noteDone(record.topic()));
  }

  private static boolean isPoison(Throwable failure) {
    return failure instanceof UnreadableMessageException;
  }

  private void noteWaiting(String topic, Throwable failure) {
    if (waiting.add(topic)) {
      LOG.warnf("Records of %s wait to be kept: %s", topic, failure);
    }
  }

  private void noteDone(String topic) {
    if (waiting.remove(topic)) {
      LOG.infof("Records of %s are kept again", topic);
    }
  }
}
