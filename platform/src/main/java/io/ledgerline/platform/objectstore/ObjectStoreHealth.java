package io.ledgerline.platform.objectstore;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Readiness {@code object-store}, for a service that cannot work without the store: it extends this
 * class, with {@code @Readiness} and {@code @ApplicationScoped}, and names the bucket.
 */
public abstract class ObjectStoreHealth implements AsyncHealthCheck {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ObjectStore store;
  private final String bucket;

  /** A check that a bucket answers within five seconds. */
  protected ObjectStoreHealth(ObjectStore store, String bucket) {
    this.store = store;
    this.bucket = bucket;
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    return store
        .hasBucket(bucket)
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .map(there -> there ? HealthCheckResponse.up("object-store") : down("no bucket " + bucket))
        .onFailure()
        .recoverWithItem(e -> down(String.valueOf(e.getMessage())));
  }

  private static HealthCheckResponse down(String reason) {
    return HealthCheckResponse.named("object-store").down().withData("reason", reason).build();
  }
}
