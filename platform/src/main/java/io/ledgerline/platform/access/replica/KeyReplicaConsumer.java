package io.ledgerline.platform.access.replica;

import io.ledgerline.contracts.message.AccessKey;
import io.ledgerline.platform.access.KeyCache;
import io.ledgerline.platform.messaging.RecordIntake;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows the topic {@code access.keys} into the replica, from its start for a new service. */
@ApplicationScoped
@IfBuildProperty(name = "ledgerline.access.replica", stringValue = "true")
public class KeyReplicaConsumer {
  private final RecordIntake intake;
  private final KeyReplica replica;
  private final KeyCache cache;

  KeyReplicaConsumer(RecordIntake intake, KeyReplica replica, KeyCache cache) {
    this.intake = intake;
    this.replica = replica;
    this.cache = cache;
  }

  @Incoming("access-keys-in")
  Uni<Void> apply(ConsumerRecords<String, byte[]> poll) {
    return intake.take(
        poll,
        AccessKey.class,
        (key, record) -> replica.keep(key).invoke(() -> cache.forget(key.prefix())));
  }
}
