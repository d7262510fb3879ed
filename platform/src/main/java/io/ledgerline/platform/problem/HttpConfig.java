package io.ledgerline.platform.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the service takes over HTTP. */
@ConfigMapping(prefix = "ledgerline.http")
public interface HttpConfig {
  /**
   * Largest body of a request; above it the answer is 413. Default 16M. Keep {@code
   * quarkus.http.limits.max-body-size} (32M) above it: that one cuts the connection.
   */
  @WithDefault("16M")
  MemorySize maxBodySize();
}
