package io.ledgerline.report.directory.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the directory is looked after. */
@ConfigMapping(prefix = "ledgerline.directory")
public interface DirectoryConfig {
  /**
   * After how long without a word a source that comes in by SCIM or as a table is stale, unless an
   * admin said otherwise for it. Default 7 d.
   */
  @WithDefault("7d")
  Duration staleAfter();
}
