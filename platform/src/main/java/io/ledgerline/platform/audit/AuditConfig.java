package io.ledgerline.platform.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the audit log is written. */
@ConfigMapping(prefix = "ledgerline.audit")
public interface AuditConfig {
  /** How often failed logins since the last time are summed up and recorded. Default 1 min. */
  @WithDefault("1m")
  String failedLoginsEvery();

  /**
   * How long an answer waits until its record is kept. When that takes longer the answer goes out,
   * and the record is tried again from memory. Default 2 s.
   */
  @WithDefault("2s")
  Duration patience();
}
