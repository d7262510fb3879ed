package io.ledgerline.ingest.inlet.s3;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Where usage logs are fetched from, and how. */
@ConfigMapping(prefix = "ledgerline.inlet.s3")
public interface S3InletConfig {
  /** Whether the inlet runs; it rests as well while there are no locations. Default true. */
  @WithDefault("true")
  boolean enabled();

  /** How often each location is listed. Default 5 s. */
  @WithDefault("5s")
  String pollInterval();

  /** Where to look, by a name of your own; it must not change, it is noted with every object. */
  Map<String, Location> locations();

  /** How many objects are read at the same time. Default 2. */
  @WithDefault("2")
  int workers();

  /** How many lines are recorded in one transaction. Default 500. */
  @WithDefault("500")
  int linesPerCommit();

  /**
   * How long a worker may be silent before another takes its object over; every commit prolongs it.
   * Default 15 s.
   */
  @WithDefault("15s")
  Duration lease();

  /** Longest line that is read; a longer one is put into quarantine. Default 8 MiB. */
  @WithDefault("8M")
  MemorySize maxLine();

  /** Most bytes that one object may unpack to. Default 4 GiB. */
  @WithDefault("4G")
  MemorySize maxObject();

  /** Most bytes of a body that is read for its image size. Default 64 MiB. */
  @WithDefault("64M")
  MemorySize maxBody();

  /**
   * First pause after a failure that may pass, doubled up to {@link #longestPause}. Default 1 s.
   */
  @WithDefault("1s")
  Duration firstPause();

  /** Longest pause between two attempts at an object. Default 1 min. */
  @WithDefault("1m")
  Duration longestPause();

  /** A place in the object store that logs are written to. */
  interface Location {
    /** Bucket. */
    String bucket();

    /** What the keys begin with. Default: nothing, the whole bucket. */
    Optional<String> prefix();

    /** Whose usage it is. Default {@code default}. */
    @WithDefault("default")
    String tenant();
  }
}
