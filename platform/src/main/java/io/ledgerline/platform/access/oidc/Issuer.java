package io.ledgerline.platform.access.oidc;

import java.net.URI;
import java.util.Set;

/**
 * Whose tokens are taken.
 *
 * @param name as tokens name it in {@code iss}
 * @param audiences one of them has to be in {@code aud}
 * @param discovery its discovery document; null when {@code jwks} is known
 * @param jwks its signing keys; null to find them by the discovery document
 */
record Issuer(String name, Set<String> audiences, URI discovery, URI jwks) {
  private static final String PREFIX = "ledgerline.access.oidc.";

  Issuer {
    audiences = Set.copyOf(audiences);
  }

  /** From configuration; a wrong one ends the start with a sentence that names it. */
  static Issuer of(OidcConfig config) {
    String name = config.issuer().orElseThrow();
    Set<String> audiences = config.audience().orElse(Set.of());
    if (audiences.isEmpty()) {
      throw new IllegalStateException(
          PREFIX + "audience is required: tokens that the issuer made for others are not ours");
    }
    URI jwks = config.jwksUrl().orElse(null);
    URI discovery =
        config
            .discoveryUrl()
            .orElseGet(
                () -> URI.create(name.replaceAll("/+$", "") + "/.well-known/openid-configuration"));
    checked(PREFIX + "issuer", jwks == null ? discovery : jwks, config.allowHttp());
    return new Issuer(name, audiences, jwks == null ? discovery : null, jwks);
  }

  /** Refuses an address that others could answer for. */
  static URI checked(String key, URI address, boolean allowHttp) {
    boolean here = "localhost".equals(address.getHost()) || "127.0.0.1".equals(address.getHost());
    boolean fine =
        "https".equals(address.getScheme())
            || ("http".equals(address.getScheme()) && (here || allowHttp));
    if (!fine || address.getHost() == null) {
      throw new IllegalStateException(
          key + " has to be an https address, or set " + PREFIX + "allow-http");
    }
    return address;
  }
}
