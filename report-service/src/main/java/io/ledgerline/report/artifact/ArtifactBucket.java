package io.ledgerline.report.artifact;

import io.ledgerline.platform.objectstore.ObjectStore;
import io.ledgerline.platform.objectstore.ObjectStoreConfig;
import io.ledgerline.platform.objectstore.ObjectStoreException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Makes the bucket for artifacts where it is missing and we may. A store that is away is waited
 * for; one that refuses has its bucket made by its owner, and readiness says so until then.
 */
@ApplicationScoped
public class ArtifactBucket {
  private static final Logger LOG = Logger.getLogger(ArtifactBucket.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final ObjectStore objects;
  private final String name;
  private volatile Cancellable running = () -> {};

  ArtifactBucket(ObjectStore objects, ObjectStoreConfig config) {
    this.objects = objects;
    this.name = config.bucket().orElse("ledgerline-artifacts");
  }

  void start(@Observes StartupEvent ignored) {
    running =
        Uni.createFrom()
            .deferred(() -> objects.ensureBucket(name))
            .onFailure(ArtifactBucket::isAway)
            .retry()
            .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
            .indefinitely()
            .subscribe()
            .with(
                done -> LOG.debugf("Bucket %s is there", name),
                e -> LOG.warnf("Bucket %s was not made: %s", name, e.getMessage()));
  }

  void stop(@Observes ShutdownEvent ignored) {
    running.cancel();
  }

  private static boolean isAway(Throwable failure) {
    return failure instanceof ObjectStoreException e && e.reason().isWorthRetrying();
  }
}
