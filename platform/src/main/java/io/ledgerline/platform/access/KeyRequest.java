package io.ledgerline.platform.access;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/**
 * A caller's wish to be known by an API key. Has no {@code toString}: the text must not reach a
 * log.
 */
final class KeyRequest extends BaseAuthenticationRequest {
  private final String text;

  KeyRequest(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }
}
