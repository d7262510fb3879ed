package io.ledgerline.platform.access.oidc;

import java.security.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.InvalidJwtSignatureException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;

/** Holds a token against the issuer's key and its own dates. */
final class TokenVerifier {
  /** Signatures by a private key; {@code none} and shared secrets are never taken. */
  static final Set<String> ALGORITHMS =
      Set.of(
          "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA");

  private final Issuer issuer;
  private final Duration clockSkew;

  TokenVerifier(Issuer issuer, Duration clockSkew) {
    this.issuer = issuer;
    this.clockSkew = clockSkew;
  }

  /** Reads a token as far as to know which key it should be signed with. */
  JsonWebSignature read(String token) {
    JsonWebSignature signed = new JsonWebSignature();
    try {
      signed.setCompactSerialization(token);
    } catch (JoseException e) {
      throw BadToken.forged("it is not readable");
    }
    if (!ALGORITHMS.contains(String.valueOf(signed.getAlgorithmHeaderValue()))) {
      throw BadToken.forged("its algorithm is not taken");
    }
    return signed;
  }

  /** The claims of a token that the issuer signed, for us and for now. */
  Map<String, Object> claims(String token, Key key, Instant now) {
    try {
      return new JwtConsumerBuilder()
          .setVerificationKey(key)
          .setJwsAlgorithmConstraints(
              new AlgorithmConstraints(ConstraintType.PERMIT, ALGORITHMS.toArray(String[]::new)))
          .setExpectedIssuer(true, issuer.name())
          .setExpectedAudience(true, issuer.audiences().toArray(String[]::new))
          .setRequireExpirationTime()
          .setAllowedClockSkewInSeconds((int) clockSkew.toSeconds())
          .setEvaluationTime(NumericDate.fromMilliseconds(now.toEpochMilli()))
          .build()
          .processToClaims(token)
          .getClaimsMap();
    } catch (InvalidJwtSignatureException e) {
      throw BadToken.forged("its signature is wrong");
    } catch (InvalidJwtException e) {
      throw e.getJwtContext() == null
          ? BadToken.forged("it cannot be verified")
          : BadToken.unfit("it is not for us or not for now");
    }
  }
}
