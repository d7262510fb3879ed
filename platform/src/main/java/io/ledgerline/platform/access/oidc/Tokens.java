package io.ledgerline.platform.access.oidc;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.Key;
import java.time.Clock;
import java.util.Optional;

/** Tells who holds a token, when an issuer is configured. */
@Singleton
public class Tokens {
  private final TokenVerifier verifier;
  private final SigningKeys keys;
  private final ClaimMapping mapping;
  private final Clock clock;

  @Inject
  Tokens(
      OidcConfig config,
      Vertx vertx,
      TlsConfigurationRegistry tls,
      ObjectMapper json,
      Clock clock) {
    this(
        config,
        config.issuer().isEmpty() ? null : vertx.createHttpClient(options(config, tls)),
        json,
        clock);
  }

  Tokens(OidcConfig config, HttpClient http, ObjectMapper json, Clock clock) {
    this.clock = clock;
    if (config.issuer().isEmpty()) {
      verifier = null;
      keys = null;
      mapping = null;
      return;
    }
    Issuer issuer = Issuer.of(config);
    IssuerClient client = new IssuerClient(http, issuer, config, json, clock);
    verifier = new TokenVerifier(issuer, config.clockSkew());
    keys =
        new SigningKeys(
            client::keys,
            new SigningKeys.Times(config.keysRefresh(), config.keysTrusted(), config.keysPause()),
            clock);
    mapping = new ClaimMapping(config);
  }

  private static HttpClientOptions options(OidcConfig config, TlsConfigurationRegistry tls) {
    HttpClientOptions options =
        new HttpClientOptions()
            .setConnectTimeout((int) config.timeout().toMillis())
            .setMaxPoolSize(2);
    config
        .tlsConfigurationName()
        .map(
            name ->
                TlsConfiguration.from(tls, Optional.of(name))
                    .orElseThrow(
                        () ->
                            new IllegalStateException(
                                "there is no TLS configuration named " + name)))
        .ifPresent(configured -> options.setTrustOptions(configured.getTrustStoreOptions()));
    return options;
  }

  /** Whether tokens are taken at all. */
  public boolean areTaken() {
    return verifier != null;
  }

  /**
   * Who holds a token. Fails with {@link BadToken}, or as {@link SigningKeys} when the issuer is
   * away.
   */
  Uni<ClaimMapping.Grant> holder(String token) {
    Context caller = Vertx.currentContext();
    return Uni.createFrom()
        .item(() -> verifier.read(token))
        .chain(signed -> onContext(keys.find(signed), caller))
        .map(key -> grant(token, key));
  }

  /** Whoever waits for the same keys goes on where it came from. */
  private static <T> Uni<T> onContext(Uni<T> answer, Context caller) {
    return caller == null
        ? answer
        : answer.emitOn(next -> caller.runOnContext(ignored -> next.run()));
  }

  private ClaimMapping.Grant grant(String token, Optional<Key> key) {
    Key known = key.orElseThrow(() -> BadToken.forged("its key is not the issuer's"));
    return mapping.grant(verifier.claims(token, known, clock.instant()));
  }
}
