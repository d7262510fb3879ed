package io.ledgerline.report.rollup.store;

import io.ledgerline.report.rollup.ContextLadder;
import io.ledgerline.report.rollup.RollupGrain;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/** Makes the installation's grain injectable. */
@Singleton
class RollupGrainProducer {
  @Produces
  @Singleton
  RollupGrain grain(RollupConfig config) {
    return new RollupGrain(ContextLadder.V1, config.tags().orElse(Set.of()));
  }
}
