package io.ledgerline.ingest.ledger.correct;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How corrections are done. */
@ConfigMapping(prefix = "ledgerline.corrections")
public interface CorrectionConfig {
  /**
   * Most events that are corrected before the answer, in one transaction; more are corrected
   * afterwards, in chunks. At most 5,000. Default 5,000.
   */
  @WithDefault("5000")
  int immediate();

  /** About how many ledger rows are looked at in one chunk. Default 5,000. */
  @WithDefault("5000")
  int chunk();

  /** How often waiting corrections are looked for. Default 1 s. */
  @WithDefault("1s")
  String tick();

  /**
   * How long a worker may be silent before another takes its correction over; every chunk prolongs
   * it. Default 15 s.
   */
  @WithDefault("15s")
  Duration lease();

  /** First pause after a failure, doubled up to 64 times. Default 1 s. */
  @WithDefault("1s")
  Duration pause();
}
