package io.ledgerline.platform.rate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many requests an API key may make. Keys with the role service alone are not counted. */
@ConfigMapping(prefix = "ledgerline.rate-limit")
public interface RateLimitConfig {
  /**
   * Requests that a key may make in a window, at each replica; 0 for as many as it likes. Default
   * 0.
   */
  @WithDefault("0")
  int requests();

  /** The window; what was used comes back evenly over it. Default 1 min. */
  @WithDefault("1m")
  Duration window();
}
