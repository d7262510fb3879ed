package io.ledgerline.report.ledger.client;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** How to reach the ledger. */
@ConfigMapping(prefix = "ledgerline.ingest")
public interface IngestConfig {
  /** Address of ingest-service. Default {@code http://localhost:8081}. */
  @WithDefault("http://localhost:8081")
  URI url();

  /**
   * API key with role {@code service}: of tenant {@code default} in ingest-service's configuration,
   * so that it may act for every tenant.
   */
  Optional<String> apiKey();

  /** API keys of their own for the ledgers of some tenants, by tenant. Default: none. */
  Map<String, String> tenantKeys();

  /** How often a cut detail stream is taken up again without having moved. Default 5. */
  @WithDefault("5")
  int detailRetries();
}
