package io.ledgerline.platform.access.guess;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How those are slowed down who send wrong keys. */
@ConfigMapping(prefix = "ledgerline.access.guessing")
public interface GuessConfig {
  /**
   * Wrong keys that an address, or all addresses for one key's prefix, may send before they have to
   * wait; 0 lets them go on for ever. Far more than people mistype, far less than guessing takes.
   * Default 300.
   */
  @WithDefault("300")
  int failures();

  /** After so long without a wrong key the count begins anew. Default 1 min. */
  @WithDefault("1m")
  Duration window();

  /** The first wait; each further wrong key doubles it. Default 1 s. */
  @WithDefault("1s")
  Duration firstWait();

  /** The longest wait. Default 30 s. */
  @WithDefault("30s")
  Duration longestWait();

  /**
   * Proxies in front of the service that each add the address they were called from to {@code
   * X-Forwarded-For}; the caller's address is the one that the outermost of them added. With 0 the
   * header is not looked at: the caller is whoever opened the connection. Default 0.
   */
  @WithDefault("0")
  int trustedProxies();
}
