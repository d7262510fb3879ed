package io.ledgerline.platform.access.oidc;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Whose bearer tokens this service takes beside API keys. Off unless an issuer is named. */
@ConfigMapping(prefix = "ledgerline.access.oidc")
public interface OidcConfig {
  /** The issuer, exactly as its tokens name it in {@code iss}. Without one no token is taken. */
  Optional<String> issuer();

  /** Its discovery document. Default: the issuer and {@code /.well-known/openid-configuration}. */
  Optional<URI> discoveryUrl();

  /** Its signing keys; then no discovery document is read. */
  Optional<URI> jwksUrl();

  /** What {@code aud} has to name, one of them. Required with an issuer. */
  Optional<Set<String>> audience();

  /**
   * Where a token names its tenant: a claim, or a path of claims with dots between them. Default
   * {@code tenant}.
   */
  @WithDefault("tenant")
  String tenantClaim();

  /** The tenant of every token; then no claim is asked. */
  Optional<String> tenant();

  /**
   * Where a token names what its holder may do: a list, or one text with spaces between, such as
   * {@code realm_access.roles} or {@code groups}. Default {@code roles}.
   */
  @WithDefault("roles")
  String rolesClaim();

  /** Which values of that claim give which role; a token with none of them is refused with 403. */
  RoleMapping roles();

  /**
   * Where a token lists the source accounts that it may see; an entry that ends with {@code *} is a
   * subtree, {@code *} alone is everything. Named here, a token needs this claim or that of the
   * cost centres.
   */
  Optional<String> accountsClaim();

  /** Where a token lists the cost centres that it may see; {@code *} is everything. */
  Optional<String> costCentresClaim();

  /** By how much the issuer's clock may differ from ours. Default 30 s. */
  @WithDefault("30s")
  Duration clockSkew();

  /** How often the issuer's signing keys are read anew. Default 1 h. */
  @WithDefault("1h")
  Duration keysRefresh();

  /** How long its signing keys are trusted while it cannot be reached. Default 12 h. */
  @WithDefault("12h")
  Duration keysTrusted();

  /**
   * How long to wait at least between two tries to read its keys, however many tokens name an
   * unknown one. Default 10 s.
   */
  @WithDefault("10s")
  Duration keysPause();

  /** How long to wait for an answer of the issuer. Default 5 s. */
  @WithDefault("5s")
  Duration timeout();

  /** Whether the issuer may be asked without TLS; on this machine it always may. Default false. */
  @WithDefault("false")
  boolean allowHttp();

  /**
   * Name of the {@code quarkus.tls} configuration with the issuer's authority, if it is private.
   */
  Optional<String> tlsConfigurationName();

  /** The values of the roles claim that give a role; any of them does. */
  interface RoleMapping {
    /** Those that give {@code ingest}. */
    Optional<Set<String>> ingest();

    /** Those that give {@code viewer}. */
    Optional<Set<String>> viewer();

    /** Those that give {@code billing-admin}. */
    Optional<Set<String>> billingAdmin();

    /** Those that give {@code admin}. */
    Optional<Set<String>> admin();
  }
}
