package io.ledgerline.ingest.ledger.retention;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/** Makes the policy of the settings, and stops the start when they make no sense. */
@ApplicationScoped
class PolicyProducer {
  private static final Logger LOG = Logger.getLogger(PolicyProducer.class);

  @Produces
  @Singleton
  RetentionPolicy policy(RetentionConfig config) {
    return new RetentionPolicy(
        config.keepMonths(), config.closedAfter(), config.archive().bucket().isPresent());
  }

  void check(@Observes StartupEvent ignored, RetentionPolicy policy) {
    List<String> faults = policy.faults();
    if (!faults.isEmpty()) {
      throw new IllegalStateException(
          "The settings of retention make no sense: " + String.join("; ", faults) + ".");
    }
    policy
        .keepMonths()
        .ifPresent(
            months -> LOG.infof("Months of the ledger go %d months after their end", months));
  }
}
