package io.ledgerline.notify.health;

import io.ledgerline.platform.objectstore.ObjectStore;
import io.ledgerline.platform.objectstore.ObjectStoreConfig;
import io.ledgerline.platform.objectstore.ObjectStoreException;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Readiness {@code object-store}: whether the store answers. Its buckets belong to the targets, so
 * any answer about any bucket will do.
 */
@Readiness
@ApplicationScoped
public class StoreHealth implements AsyncHealthCheck {
  private static final String ANY_BUCKET = "ledgerline-readiness";

  private final Reach reach;
  private final ObjectStore store;
  private final String place;

  StoreHealth(Reach reach, ObjectStore store, ObjectStoreConfig config) {
    this.reach = reach;
    this.store = store;
    this.place = config.endpoint().map(URI::toString).orElse("Amazon S3 " + config.region());
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    return reach.answers(
        "object-store",
        place,
        store.hasBucket(ANY_BUCKET).onFailure(StoreHealth::isAnswer).recoverWithItem(true));
  }

  private static boolean isAnswer(Throwable failure) {
    return failure instanceof ObjectStoreException e && !e.reason().isWorthRetrying();
  }
}
