package io.ledgerline.platform.objectstore;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Where objects live: any store that speaks the S3 protocol. */
@ConfigMapping(prefix = "ledgerline.object-store")
public interface ObjectStoreConfig {
  /**
   * Address of the store, such as {@code http://localhost:19000}. Default: Amazon S3 in the region.
   */
  Optional<URI> endpoint();

  /** Region to sign for. Default {@code us-east-1}. */
  @WithDefault("us-east-1")
  String region();

  /** Access key. Default: what the machine offers (environment, container or instance role). */
  Optional<String> accessKey();

  /** Secret key that belongs to the access key. */
  Optional<String> secretKey();

  /**
   * Whether a bucket is a part of the path and not of the host name. Default true; false for Amazon
   * S3.
   */
  @WithDefault("true")
  boolean pathStyle();

  /**
   * Bucket for the service's own objects, such as artifacts; also the one that readiness looks at.
   */
  Optional<String> bucket();

  /** How long to wait for a connection. Default 3 s. */
  @WithDefault("3s")
  Duration connectTimeout();

  /** How long the store may be silent within an answer. Default 20 s. */
  @WithDefault("20s")
  Duration readTimeout();

  /** How long one call may take with its repetitions, without reading a body. Default 60 s. */
  @WithDefault("60s")
  Duration callTimeout();
}
