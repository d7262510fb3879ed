package io.ledgerline.platform.access.oidc;

import java.security.Key;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.VerificationJwkSelector;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * The issuer's signing keys as they were at an instant; shared secrets among them are left out.
 *
 * @param keys public ones alone
 * @param readAt when they were read
 */
record KeySet(List<JsonWebKey> keys, Instant readAt) {
  KeySet {
    keys = List.copyOf(keys);
  }

  /** From a JWKS document. */
  static KeySet read(String json, Instant at) throws JoseException {
    return new KeySet(
        new JsonWebKeySet(json)
            .getJsonWebKeys().stream().filter(PublicJsonWebKey.class::isInstance).toList(),
        at);
  }

  /** The key that a token says it is signed with; empty when it is none of these. */
  Optional<Key> of(JsonWebSignature signed) {
    try {
      return Optional.ofNullable(new VerificationJwkSelector().select(signed, keys))
          .map(JsonWebKey::getKey);
    } catch (JoseException e) {
      return Optional.empty();
    }
  }
}
