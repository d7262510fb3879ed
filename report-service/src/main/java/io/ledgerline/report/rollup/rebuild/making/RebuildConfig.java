package io.ledgerline.report.rollup.rebuild.making;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How rollups are rebuilt from the ledger. */
@ConfigMapping(prefix = "ledgerline.rollup-rebuilds")
public interface RebuildConfig {
  /** Whether this replica makes rebuilds at all. Default true. */
  @WithDefault("true")
  boolean enabled();

  /** How often to look for a job that waits. Default 2 s. */
  @WithDefault("2s")
  String tick();

  /** After this time without a sign of life a job is taken over. Default 30 s. */
  @WithDefault("30s")
  Duration lease();

  /** How often a job that is being made says that it lives; well below the lease. Default 5 s. */
  @WithDefault("5s")
  String heartbeat();

  /** How often a job is begun, takeovers included, before it is given up. Default 100. */
  @WithDefault("100")
  int attempts();

  /** Longest pause before a job is tried again after an outage. Default 1 min. */
  @WithDefault("1m")
  Duration longestPause();

  /** Batches that are added in one transaction. Default 200. */
  @WithDefault("200")
  int batchesAtOnce();

  /**
   * How long the switch is tried when long transactions keep it from its lock; then the job starts
   * over later. Default 2 min.
   */
  @WithDefault("2m")
  Duration switchPatience();
}
