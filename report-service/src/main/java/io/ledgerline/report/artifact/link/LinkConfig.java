package io.ledgerline.report.artifact.link;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Links by which artifacts are downloaded without an API key. */
@ConfigMapping(prefix = "ledgerline.downloads")
public interface LinkConfig {
  /**
   * The secret that links are signed with, at least 32 characters; a new one ends all links.
   * Default: made once and kept in the database.
   */
  Optional<String> secret();

  /** How long a link works when nothing is said. Default 1 h. */
  @WithDefault("1h")
  Duration validity();

  /** The longest that a link may work. Default 7 d. */
  @WithDefault("7d")
  Duration longestValidity();

  /**
   * How people reach this service, such as {@code https://reports.example.com}. Default: as the
   * caller who asks for the link does.
   */
  Optional<URI> baseUrl();
}
