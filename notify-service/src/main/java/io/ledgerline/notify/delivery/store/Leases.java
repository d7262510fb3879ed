package io.ledgerline.notify.delivery.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.UUID;

/** Keeps claims alive while their attempts run. */
@ApplicationScoped
public class Leases {
  private static final String RENEW =
      "UPDATE delivery d SET lease_until = $3"
          + " FROM unnest($1::uuid[], $2::bigint[]) AS held (id, fence)"
          + " WHERE d.id = held.id AND d.fence = held.fence AND d.lease_until IS NOT NULL";

  private final Pool database;
  private final Clock clock;

  Leases(Pool database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Renews the leases of claims for another {@code lease} from now. A claim that was settled or
   * taken over meanwhile is left as it is.
   */
  public Uni<Void> renew(Collection<Claim> claims, Duration lease) {
    return database
        .preparedQuery(RENEW)
        .execute(
            Tuple.of(
                claims.stream().map(c -> c.shipment().deliveryId()).toArray(UUID[]::new),
                claims.stream().map(Claim::fence).toArray(Long[]::new),
                Times.utc(Times.now(clock).plus(lease))))
        .replaceWithVoid();
  }
}
