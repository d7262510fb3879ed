package io.ledgerline.platform.access.oidc;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** A real issuer on a real port: discovery, signing keys, and tokens of whatever claims. */
public final class TestIssuer implements AutoCloseable {
  private static final List<PublicJsonWebKey> USUAL = new ArrayList<>();

  private final HttpServer server;
  private final List<PublicJsonWebKey> keys = new ArrayList<>();
  private final AtomicInteger asked = new AtomicInteger();
  private volatile boolean away;

  private TestIssuer(HttpServer server) {
    this.server = server;
  }

  /** Starts an issuer with an RSA key {@code rsa} and an EC key {@code ec}. */
  public static TestIssuer start() throws IOException, JoseException {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    TestIssuer issuer = new TestIssuer(HttpServer.create(any, 0));
    issuer.keys.addAll(usualKeys());
    issuer.server.createContext("/.well-known/openid-configuration", issuer::discovery);
    issuer.server.createContext("/jwks", issuer::jwks);
    issuer.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    issuer.server.start();
    return issuer;
  }

  /** Made once: RSA keys take their time. */
  private static synchronized List<PublicJsonWebKey> usualKeys() throws JoseException {
    if (USUAL.isEmpty()) {
      USUAL.add(named("rsa", RsaJwkGenerator.generateJwk(2048)));
      USUAL.add(named("ec", EcJwkGenerator.generateJwk(EllipticCurves.P256)));
    }
    return USUAL;
  }

  /** Its name in tokens. */
  public String name() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** How often its signing keys were read. */
  public int asked() {
    return asked.get();
  }

  /** Answers 500 from now on, or answers again. */
  public void setAway(boolean away) {
    this.away = away;
  }

  /** Adds a signing key. */
  public PublicJsonWebKey rotate(String id) throws JoseException {
    PublicJsonWebKey key = named(id, RsaJwkGenerator.generateJwk(2048));
    keys.add(key);
    return key;
  }

  /** One of its keys. */
  public PublicJsonWebKey key(String id) {
    return keys.stream().filter(key -> key.getKeyId().equals(id)).findFirst().orElseThrow();
  }

  /** Claims of a good token. */
  public JwtClaims claims() {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(name());
    claims.setAudience("ledgerline");
    claims.setSubject("alice");
    claims.setExpirationTimeMinutesInTheFuture(10);
    claims.setStringClaim("tenant", "default");
    claims.setStringListClaim("roles", "finops");
    return claims;
  }

  /** A token signed with its RSA key. */
  public String token(JwtClaims claims) throws JoseException {
    return signed(claims, key("rsa"), AlgorithmIdentifiers.RSA_USING_SHA256);
  }

  /** A token signed with any key. */
  public static String signed(JwtClaims claims, PublicJsonWebKey key, String algorithm)
      throws JoseException {
    JsonWebSignature token = new JsonWebSignature();
    token.setPayload(claims.toJson());
    token.setKey(key.getPrivateKey());
    token.setKeyIdHeaderValue(key.getKeyId());
    token.setAlgorithmHeaderValue(algorithm);
    return token.getCompactSerialization();
  }

  private void discovery(HttpExchange exchange) throws IOException {
    answer(exchange, "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/jwks\"}".formatted(name(), name()));
  }

  private void jwks(HttpExchange exchange) throws IOException {
    asked.incrementAndGet();
    answer(exchange, new JsonWebKeySet(keys).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));
  }

  private void answer(HttpExchange exchange, String json) throws IOException {
    try (exchange) {
      byte[] body = json.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(away ? 500 : 200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static PublicJsonWebKey named(String id, PublicJsonWebKey key) {
    key.setKeyId(id);
    key.setUse("sig");
    return key;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
