package io.ledgerline.report.report.making;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How report runs are made. */
@ConfigMapping(prefix = "ledgerline.report-runs")
public interface RunConfig {
  /** Whether this replica makes runs at all. Default true. */
  @WithDefault("true")
  boolean enabled();

  /** How often to look for runs that nobody told this replica of. Default 1 s. */
  @WithDefault("1s")
  String tick();

  /** Runs that this replica makes at once. Default 2. */
  @WithDefault("2")
  int atOnce();

  /**
   * How many runs of a tenant may wait to be made; above it the answer is 429. Runs of schedules
   * always may. Default 1,000.
   */
  @WithDefault("1000")
  int mostWaiting();

  /** After this time without a sign of life a run is taken over. Default 30 s. */
  @WithDefault("30s")
  Duration lease();

  /** How often a run that is being made says that it lives; well below the lease. Default 5 s. */
  @WithDefault("5s")
  String heartbeat();

  /**
   * How often a run is begun, takeovers and repetitions after an outage included, before it is
   * given up. Default 100: with pauses of up to a minute, more than an hour.
   */
  @WithDefault("100")
  int attempts();

  /** Longest pause before a run is tried again after an outage. Default 1 min. */
  @WithDefault("1m")
  Duration longestPause();

  /** How long a run waits for the rollups to have all of the ledger's batches. Default 60 s. */
  @WithDefault("60s")
  Duration rollupPatience();

  /** The longest period that a run may cover; 400 days is the most. Default 400 days. */
  @WithDefault("400d")
  Duration longestPeriod();

  /** Folder for files that are being written. Default: a folder of the system's temporary one. */
  Optional<Path> workFolder();
}
