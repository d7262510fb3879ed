package io.ledgerline.ingest.ledger.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** How long the ledger keeps its months, and where they are archived before they go. */
@ConfigMapping(prefix = "ledgerline.retention")
public interface RetentionConfig {
  /**
   * For how many months after its end a month of the ledger stays; then it is archived and dropped.
   * Needs an archive bucket. Default: for ever.
   */
  OptionalInt keepMonths();

  /**
   * How long after its end a month still takes late events; then it is closed for good, and events
   * and corrections for it are refused. At least one day. Default: as long as it is kept.
   */
  Optional<Duration> closedAfter();

  /** How often the policy is applied. Default 1 min. */
  @WithDefault("1m")
  String tick();

  /**
   * How long one step may wait for a lock before it is put off. Nobody but late writers of the very
   * month waits behind it. Default 2 s.
   */
  @WithDefault("2s")
  Duration lockWait();

  /** Where months go. */
  Archive archive();

  /** Where and how months are archived. */
  interface Archive {
    /** Bucket; must be there. Default: nothing is archived. */
    Optional<String> bucket();

    /** What the keys begin with. Default {@code ledger}. */
    @WithDefault("ledger")
    String prefix();

    /**
     * About how many rows go into an object, whole batches each; half a million are some 20 MB.
     * Default 500,000.
     */
    @WithDefault("500000")
    int partRows();

    /**
     * How long a worker may be silent before another takes the archive over; every part prolongs
     * it, and a part may take as long. Default 5 min.
     */
    @WithDefault("5m")
    Duration lease();

    /** Pause before an archive is tried again after a failure that may pass. Default 1 min. */
    @WithDefault("1m")
    Duration pause();
  }
}
