package io.ledgerline.report.artifact.link;

import io.ledgerline.platform.problem.ErrorCode;
import io.ledgerline.platform.problem.Forbidden;
import io.ledgerline.platform.problem.InvalidRequest;
import io.ledgerline.report.artifact.Artifact;
import io.ledgerline.report.report.bundle.store.ServiceSecrets;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** Makes links and holds tokens against them. Blocking. */
@ApplicationScoped
public class DownloadLinks {
  private static final String SECRET = "download-links";
  private static final int SECRET_BYTES = 32;
  private static final int LEAST_CHARACTERS = 32;

  private final ServiceSecrets secrets;
  private final LinkConfig config;
  private final Clock clock;
  private volatile byte[] key;

  DownloadLinks(ServiceSecrets secrets, LinkConfig config, Clock clock) {
    this.secrets = secrets;
    this.config = config;
    this.clock = clock;
  }

  /**
   * A link's end and token.
   *
   * @param artifact what it opens
   * @param expiresAt from then on it is refused
   * @param token never to be logged
   */
  public record Link(UUID artifact, Instant expiresAt, String token) {
    /**
     * Where to download, without an API key.
     *
     * @param base how people reach this service
     */
    public String url(URI base) {
      return "%s/api/v1/artifacts/%s/content?token=%s"
          .formatted(base.toString().replaceAll("/+$", ""), artifact, token);
    }

    @Override
    public String toString() {
      return "Link[until " + expiresAt + "]";
    }
  }

  /**
   * A link to the artifact.
   *
   * @param expiresIn an ISO 8601 duration such as {@code PT1H}; null for the configured one
   */
  public Link make(Artifact artifact, String expiresIn) {
    Instant until = clock.instant().plus(duration(expiresIn)).truncatedTo(ChronoUnit.SECONDS);
    return new Link(
        artifact.id(), until, LinkToken.write(key(), artifact.tenant(), artifact.id(), until));
  }

  /** Refuses a token that does not open the artifact now; {@code artifact} may be null. */
  public void check(Artifact artifact, String token) {
    if (artifact == null
        || !LinkToken.opens(key(), artifact.tenant(), artifact.id(), token, clock.instant())) {
      throw new Forbidden(
          ErrorCode.LINK_NOT_VALID, "This link has ended, or it is not as it was made.");
    }
  }

  private Duration duration(String expiresIn) {
    Duration wanted;
    try {
      wanted = expiresIn == null ? config.validity() : Duration.parse(expiresIn);
    } catch (DateTimeException e) {
      throw invalid("'expiresIn' is an ISO 8601 duration such as PT1H or P3D.");
    }
    if (wanted.compareTo(Duration.ofSeconds(1)) < 0
        || wanted.compareTo(config.longestValidity()) > 0) {
      throw invalid("'expiresIn' is between PT1S and " + config.longestValidity() + ".");
    }
    return wanted;
  }

  private static InvalidRequest invalid(String detail) {
    return InvalidRequest.field("expiresIn", "invalid-duration", detail);
  }

  private byte[] key() {
    byte[] known = key;
    if (known == null) {
      known = LinkToken.keyOf(secret());
      key = known;
    }
    return known;
  }

  /** A secret that is too short ends the start, not the first link. */
  void start(@Observes StartupEvent ignored) {
    configured(config);
  }

  /**
   * The configured secret.
   *
   * @throws IllegalStateException when it is too short; the message does not show it
   */
  static Optional<byte[]> configured(LinkConfig config) {
    if (config.secret().isPresent() && config.secret().get().length() < LEAST_CHARACTERS) {
      throw new IllegalStateException(
          "ledgerline.downloads.secret is too short: it has at least %d characters. One is made by: openssl rand -hex 32"
              .formatted(LEAST_CHARACTERS));
    }
    return config.secret().map(secret -> secret.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] secret() {
    return configured(config).orElseGet(() -> secrets.of(SECRET, DownloadLinks::random));
  }

  private static byte[] random() {
    byte[] bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }
}
