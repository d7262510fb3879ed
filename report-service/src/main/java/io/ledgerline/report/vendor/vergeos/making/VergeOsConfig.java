package io.ledgerline.report.vendor.vergeos.making;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Billing records as VergeOS has them. */
@ConfigMapping(prefix = "ledgerline.vergeos")
public interface VergeOsConfig {
  /**
   * How often a record is made by itself, counted from midnight UTC; from 1 minute to 1 day.
   * Default 1 h; 0 s for never.
   */
  @WithDefault("1h")
  Duration recordEvery();

  /**
   * How long after the end of such a span its record is made, so that the last samples are in.
   * Default 1 min.
   */
  @WithDefault("1m")
  Duration settle();

  /**
   * For how long after a record on request a further request finds that one, unless it has an
   * Idempotency-Key: the clients repeat requests by themselves. Default 5 s.
   */
  @WithDefault("5s")
  Duration coalesce();

  /** How often to look whether a record is due or was sent. Default 10 s; {@code off} for never. */
  @WithDefault("10s")
  String tick();
}
