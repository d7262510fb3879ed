package io.ledgerline.ingest.inlet.http.idempotency;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long calls with an {@code Idempotency-Key} are remembered. */
@ConfigMapping(prefix = "ledgerline.idempotency")
public interface IdempotencyConfig {
  /** How long the answer to a call is kept at least. Default 7 days. */
  @WithDefault("7d")
  Duration keep();

  /** How often answers that are old enough are removed. Default 1 min. */
  @WithDefault("1m")
  String sweepInterval();

  /** How many answers are removed in one transaction. Default 1,000. */
  @WithDefault("1000")
  int sweepStep();
}
