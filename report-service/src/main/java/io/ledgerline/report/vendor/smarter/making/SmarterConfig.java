package io.ledgerline.report.vendor.smarter.making;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How Smarter's charges are added up. */
@ConfigMapping(prefix = "ledgerline.smarter")
public interface SmarterConfig {
  /** How often charges are added up. Default 1 h; {@code off} on replicas that never do. */
  @WithDefault("1h")
  String aggregateEvery();
}
