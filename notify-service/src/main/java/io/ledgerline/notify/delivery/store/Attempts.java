package io.ledgerline.notify.delivery.store;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Attempts, read within the caller's session. */
@ApplicationScoped
class Attempts implements PanacheRepositoryBase<DeliveryAttempt, DeliveryAttempt.Key> {
  /** The attempts of a delivery, oldest first. */
  Uni<List<DeliveryAttempt>> of(UUID deliveryId) {
    return list("deliveryId = ?1 order by number", deliveryId);
  }
}
