package io.ledgerline.ingest.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How committed batches reach report-service. */
@ConfigMapping(prefix = "ledgerline.publication")
public interface PublicationConfig {
  /** Whether batches are published; off only to measure ingestion by itself. Default true. */
  @WithDefault("true")
  boolean enabled();

  /**
   * How many batches may be on their way from memory to the broker at once. What is committed
   * beyond that is left to the relay, so that memory stays bounded while the broker is slow.
   * Default 16.
   */
  @WithDefault("16")
  int inFlight();

  /** How often the relay looks for work. Default 1 s. */
  @WithDefault("1s")
  String tick();

  /** How many batches the relay takes at once. Default 16. */
  @WithDefault("16")
  int claim();

  /**
   * How long the relay has for the batches it took; after that another replica may. Longer than the
   * broker client tries. Default 40 s.
   */
  @WithDefault("40s")
  Duration lease();

  /** Pause before the next try when the broker did not take a batch. Default 2 s. */
  @WithDefault("2s")
  Duration pause();

  /**
   * How long report-service has to confirm a published batch before it is published again; doubled
   * with every repetition. Default 1 min.
   */
  @WithDefault("1m")
  Duration confirmWithin();

  /** The longest wait for a confirmation. Default 1 h. */
  @WithDefault("1h")
  Duration longestWait();
}
