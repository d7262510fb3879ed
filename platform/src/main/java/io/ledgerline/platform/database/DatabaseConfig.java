package io.ledgerline.platform.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The service's PostgreSQL: one role, whose {@code search_path} is the service's own schema. */
@ConfigMapping(prefix = "ledgerline.database")
public interface DatabaseConfig {
  /** Host name or address. Default {@code localhost}. */
  @WithDefault("localhost")
  String host();

  /** Port. Default 5432; 15432 for the embedded server. */
  @WithDefault("5432")
  int port();

  /** Name of the database. Default {@code ledgerline}. */
  @WithDefault("ledgerline")
  String name();

  /** The service's role. Default: the service's short name. */
  Optional<String> user();

  /** The role's password. */
  Optional<String> password();

  /** How long to wait for a new connection to be made. Default 3 s. */
  @WithDefault("3s")
  Duration connectTimeout();

  /**
   * How long a piece of work may wait for a free connection before the answer is 503. Default 10 s.
   */
  @WithDefault("10s")
  Duration poolTimeout();
}
