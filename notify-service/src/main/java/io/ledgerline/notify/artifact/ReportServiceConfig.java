package io.ledgerline.notify.artifact;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** Where artifacts are read from. */
@ConfigMapping(prefix = "ledgerline.report")
public interface ReportServiceConfig {
  /** Address of report-service. Default {@code http://localhost:8082}. */
  @WithDefault("http://localhost:8082")
  URI url();

  /** API key with the role {@code service}. Without one report-service refuses. */
  Optional<String> apiKey();

  /** Largest artifact that is delivered. Default 1 GiB. */
  @WithDefault("1G")
  MemorySize maxArtifactSize();
}
