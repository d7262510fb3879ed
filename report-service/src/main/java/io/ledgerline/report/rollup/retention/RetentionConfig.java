package io.ledgerline.report.rollup.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.OptionalInt;

/** How long rollups are kept. The ledger is kept by ingest-service's own policy. */
@ConfigMapping(prefix = "ledgerline.rollup-retention")
public interface RetentionConfig {
  /**
   * How many closed months (UTC) of rollups are kept besides the open one, at least 1. Default:
   * all, for ever.
   */
  OptionalInt keepMonths();

  /** How many months ahead of time partitions are made. Default 2. */
  @WithDefault("2")
  int aheadMonths();

  /** How often to look. Default 1 h; {@code off} on replicas that never do. */
  @WithDefault("1h")
  String every();
}
