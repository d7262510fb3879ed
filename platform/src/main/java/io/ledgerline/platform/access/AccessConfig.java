package io.ledgerline.platform.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who may call this service. */
@ConfigMapping(prefix = "ledgerline.access")
public interface AccessConfig {
  /**
   * Keys known from configuration, by name: the first admin's key and those that services use among
   * themselves.
   */
  Map<String, StaticKey> staticKeys();

  /**
   * How long a key that was looked up is trusted: a revocation works after this time at the latest.
   * Default 3 s.
   */
  @WithDefault("3s")
  Duration cacheTime();

  /** How often it is told when keys were used last. Default 1 min. */
  @WithDefault("1m")
  String usesEvery();

  /**
   * Whether this service was built with a replica of the keys. Fixed when the service is built;
   * default false.
   */
  @WithDefault("false")
  boolean replica();

  /** A key known from configuration. */
  interface StaticKey {
    /** SHA-256 of the whole key text, as hex. */
    String sha256();

    /** Its roles: ingest, viewer, billing-admin, directory, admin, service, operator. */
    Set<String> roles();

    /** The tenant whose ledger it opens. Default {@code default}. */
    @WithDefault("default")
    String tenant();

    /**
     * The accounts that it sees; one that ends in * stands for all that begin so. Without accounts
     * and cost centres it sees the whole tenant.
     */
    Optional<Set<String>> accounts();

    /** The cost centres whose usage it sees, each with all below it. */
    Optional<Set<String>> costCentres();
  }
}
