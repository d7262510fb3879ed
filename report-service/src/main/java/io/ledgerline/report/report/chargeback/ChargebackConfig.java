package io.ledgerline.report.report.chargeback;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When a month's chargeback is fixed. */
@ConfigMapping(prefix = "ledgerline.report.chargeback")
public interface ChargebackConfig {
  /**
   * How long no usage of a month has come when the first report made of it afterwards fixes it:
   * later usage does not change what its reports say, unless somebody lets it in. Default 1 day.
   */
  @WithDefault("24h")
  Duration fixedAfter();
}
