package io.ledgerline.notify.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How deliveries are attempted. */
@ConfigMapping(prefix = "ledgerline.delivery")
public interface DeliveryConfig {
  /** Pauses between attempts. */
  Retry retry();

  /** How many deliveries one replica has under way at a time. Default 4. */
  @WithDefault("4")
  int parallel();

  /** How long one attempt may take until it counts as failed. Default 5 min. */
  @WithDefault("5m")
  Duration attemptTimeout();

  /**
   * How long a replica has a delivery to itself without a sign of life; one that disappears is
   * replaced after this. At least twice {@code renew-every}. Default 20 s.
   */
  @WithDefault("20s")
  Duration lease();

  /** How often a replica renews the leases of its attempts. Default 5 s. */
  @WithDefault("5s")
  Duration renewEvery();

  /** How long a planned stop waits for attempts that are under way. Default 8 s. */
  @WithDefault("8s")
  Duration stopTimeout();

  /** How often to look for deliveries that are due. Default 1 s. */
  @WithDefault("1s")
  String tick();

  /** How often the gauges of deliveries are read from the database. Default 15 s. */
  @WithDefault("15s")
  String gaugesEvery();

  /** Pauses between attempts: doubled each time, with jitter between half and all of it. */
  interface Retry {
    /** Longest pause after the first failure. Default 5 s. */
    @WithDefault("5s")
    Duration first();

    /** Longest pause of all. Default 1 h. */
    @WithDefault("1h")
    Duration most();

    /** Attempts until a delivery is given up, the first included. Default 24, about 11 hours. */
    @WithDefault("24")
    int attempts();
  }
}
