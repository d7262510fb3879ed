package io.ledgerline.report.rollup.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import java.util.Set;

/** What usage is added up by. */
@ConfigMapping(prefix = "ledgerline.report.rollup")
public interface RollupConfig {
  /**
   * Names of the tags that rollups add up by, so that attribution rules and reports can use them;
   * all others stay in the ledger. Each value of such a tag makes sums of its own: name tags of few
   * values. What was rolled up before a change keeps its tags until it is rebuilt. Default {@code
   * team,cost_centre,environment}.
   */
  @WithDefault("team,cost_centre,environment")
  Optional<Set<String>> tags();
}
