package io.ledgerline.platform.access;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/**
 * A caller's wish to be known by an API key. Has no {@code toString}: the text must not reach a
 * log.
 */
final class KeyRequest extends BaseAuthenticationRequest {
  private final String text;
  private final String address;

  KeyRequest(String text, String address) {
    this.text = text;
    this.address = address;
  }

  /** Where the request came from. */
  String address() {
    return address;
  }

  String text() {
    return text;
  }
}
