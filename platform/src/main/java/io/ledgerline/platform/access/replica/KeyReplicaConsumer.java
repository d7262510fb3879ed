package io.ledgerline.platform.access.replica;

import io.ledgerline.contracts.message.AccessKey;
import io.ledgerline.platform.access.KeyCache;
import io.ledgerline.platform.messaging.DeadLetters;
import io.ledgerline.platform.messaging.MessageCodec;
import io.ledgerline.platform.messaging.UnreadableMessageException;
import io.ledgerline.platform.schema.SchemaMigration;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Follows the topic {@code access.keys} into the replica, from its start for a new service. A
 * database or broker that is away is waited for; an unreadable record goes to the dead letters
 * alone.
 */
@ApplicationScoped
@IfBuildProperty(name = "ledgerline.access.replica", stringValue = "true")
public class KeyReplicaConsumer {
  private static final Logger LOG = Logger.getLogger(KeyReplicaConsumer.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final KeyReplica replica;
  private final KeyCache cache;
  private final MessageCodec codec;
  private final DeadLetters deadLetters;
  private final SchemaMigration schema;

  KeyReplicaConsumer(
      KeyReplica replica,
      KeyCache cache,
      MessageCodec codec,
      DeadLetters deadLetters,
      SchemaMigration schema) {
    this.replica = replica;
    this.cache = cache;
    this.codec = codec;
    this.deadLetters = deadLetters;
    this.schema = schema;
  }

  @Incoming("access-keys-in")
  Uni<Void> apply(ConsumerRecords<String, byte[]> records) {
    return schema
        .ready()
        .chain(
            () ->
                Multi.createFrom()
                    .iterable(records)
                    .onItem()
                    .transformToUniAndConcatenate(this::applyUntilDone)
                    .collect()
                    .last())
        .replaceWithVoid();
  }

  private Uni<Void> applyUntilDone(ConsumerRecord<String, byte[]> record) {
    return Uni.createFrom()
        .deferred(() -> apply(record))
        .onFailure()
        .invoke(e -> LOG.warnf("An API key's change waits to be stored: %s", e))
        .onFailure()
        .retry()
        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
        .indefinitely();
  }

  private Uni<Void> apply(ConsumerRecord<String, byte[]> record) {
    try {
      AccessKey key = codec.decode(record.value(), AccessKey.class);
      return replica.keep(key).invoke(() -> cache.forget(key.prefix()));
    } catch (UnreadableMessageException e) {
      return deadLetters.send(record, e);
    }
  }
}
