package io.ledgerline.report.health;

import io.ledgerline.platform.objectstore.ObjectStore;
import io.ledgerline.platform.objectstore.ObjectStoreConfig;
import io.ledgerline.platform.objectstore.ObjectStoreHealth;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.Readiness;

/** Readiness {@code object-store}: the bucket for artifacts answers. */
@Readiness
@Singleton
public class ArtifactStoreHealth extends ObjectStoreHealth {
  ArtifactStoreHealth(ObjectStore store, ObjectStoreConfig config) {
    super(store, config.bucket().orElse("ledgerline-artifacts"));
  }
}
