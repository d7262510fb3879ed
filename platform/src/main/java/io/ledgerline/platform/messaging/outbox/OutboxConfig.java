package io.ledgerline.platform.messaging.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the outbox is emptied. */
@ConfigMapping(prefix = "ledgerline.outbox")
public interface OutboxConfig {
  /** Whether this service has an outbox. Fixed when the service is built; default false. */
  @WithDefault("false")
  boolean enabled();

  /**
   * How often to look for records that nobody woke the relay for, such as after a crash. Default 1
   * s.
   */
  @WithDefault("1s")
  String tick();

  /** Records sent in one transaction. Default 100. */
  @WithDefault("100")
  int batch();

  /** How long a published record is kept for people to look at. Default 3 days. */
  @WithDefault("3d")
  Duration keepPublished();
}
