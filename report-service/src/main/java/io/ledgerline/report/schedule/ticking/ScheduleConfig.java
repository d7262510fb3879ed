package io.ledgerline.report.schedule.ticking;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How schedules are looked after. */
@ConfigMapping(prefix = "ledgerline.schedules")
public interface ScheduleConfig {
  /** How often to look for due times. Default 1 s; {@code off} on replicas that never do. */
  @WithDefault("1s")
  String tick();
}
