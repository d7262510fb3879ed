package io.ledgerline.platform.access.replica;

import io.ledgerline.contracts.message.AccessTenant;
import io.ledgerline.platform.access.TenantCache;
import io.ledgerline.platform.messaging.RecordIntake;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows the topic {@code access.tenants} into the replica, from its start for a new service. */
@ApplicationScoped
@IfBuildProperty(name = "ledgerline.access.replica", stringValue = "true")
public class TenantReplicaConsumer {
  private final RecordIntake intake;
  private final TenantReplica replica;
  private final TenantCache cache;

  TenantReplicaConsumer(RecordIntake intake, TenantReplica replica, TenantCache cache) {
    this.intake = intake;
    this.replica = replica;
    this.cache = cache;
  }

  @Incoming("access-tenants-in")
  Uni<Void> apply(ConsumerRecords<String, byte[]> poll) {
    return intake.take(
        poll,
        AccessTenant.class,
        (tenant, record) -> replica.keep(tenant).invoke(() -> cache.forget(tenant.tenant())));
  }
}
