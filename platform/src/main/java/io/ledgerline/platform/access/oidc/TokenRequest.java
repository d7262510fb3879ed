package io.ledgerline.platform.access.oidc;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/**
 * A caller's wish to be known by a token. Has no {@code toString}: the text must not reach a log.
 */
public final class TokenRequest extends BaseAuthenticationRequest {
  private final String text;
  private final String address;

  /** A token and where it came from. */
  public TokenRequest(String text, String address) {
    this.text = text;
    this.address = address;
  }

  String text() {
    return text;
  }

  String address() {
    return address;
  }
}
