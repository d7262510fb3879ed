package io.ledgerline.report.vendor.dynamoguard.making;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How DynamoGuard's SDK is served. */
@ConfigMapping(prefix = "ledgerline.dynamoguard")
public interface DynamoGuardConfig {
  /**
   * What {@code GET /v1/version} tells, such as {@code 3.2.1}: the SDK may hold it against its own.
   * Default: the version of report-service.
   */
  Optional<String> version();

  /** The WebSocket that the SDK opens when it is constructed. */
  Socket socket();

  /** The WebSocket. */
  interface Socket {
    /** Whether the WebSocket at {@code /} is answered at all. Default true. */
    @WithDefault("true")
    boolean enabled();

    /** Connections at once; further ones are refused. Default 200. */
    @WithDefault("200")
    int most();

    /** How long a connection may take to say who it is. Default 10 s. */
    @WithDefault("10s")
    Duration patience();

    /**
     * How long a client that is known stays connected before it is let go with a normal close; 0
     * for as long as it likes. Default 1 s: nothing comes over the socket that billing needs, and a
     * script whose socket is closed can end.
     */
    @WithDefault("1s")
    Duration stay();

    /**
     * How often a client that stays is asked whether it is there; one that does not answer until
     * the next time is let go. Default 20 s.
     */
    @WithDefault("20s")
    Duration ping();
  }
}
