package io.ledgerline.platform.schema;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How a service waits for its tables. */
@ConfigMapping(prefix = "ledgerline.schema")
public interface SchemaConfig {
  /**
   * How long the service's start waits for its tables before it goes on without them; until they
   * are there, calls are answered with 503. Default 0 s: it goes on at once.
   */
  @WithDefault("0s")
  Duration waitAtStart();
}
