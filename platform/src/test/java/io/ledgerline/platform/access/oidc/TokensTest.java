package io.ledgerline.platform.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerline.contracts.AccessScope;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.platform.problem.DependencyUnavailable;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens of an issuer that answers over TCP. */
class TokensTest {
  private static Vertx vertx;
  private TestIssuer issuer;
  private final MovableClock clock = new MovableClock();

  @BeforeAll
  static void startVertx() {
    vertx = Vertx.vertx();
  }

  @AfterAll
  static void stopVertx() {
    vertx.close();
  }

  @BeforeEach
  void startIssuer() throws IOException, JoseException {
    issuer = TestIssuer.start();
  }

  @AfterEach
  void stopIssuer() {
    issuer.close();
  }

  private Tokens tokens(String... further) {
    Map<String, String> values = new HashMap<>();
    values.put("ledgerline.access.oidc.issuer", issuer.name());
    values.put("ledgerline.access.oidc.audience", "ledgerline,other");
    values.put("ledgerline.access.oidc.roles.viewer", "staff,finops");
    values.put("ledgerline.access.oidc.roles.billing-admin", "finops");
    for (int i = 0; i < further.length; i += 2) {
      values.put("ledgerline.access.oidc." + further[i], further[i + 1]);
    }
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .withConverter(Duration.class, 200, new DurationConverter())
            .withMapping(OidcConfig.class)
            .withDefaultValues(values)
            .build();
    return new Tokens(
        config.getConfigMapping(OidcConfig.class),
        vertx.createHttpClient(new HttpClientOptions()),
        new ObjectMapper(),
        clock);
  }

  private static ClaimMapping.Grant holder(Tokens tokens, String token) {
    return tokens.holder(token).await().atMost(Duration.ofSeconds(10));
  }

  private static void assertRefused(Tokens tokens, String token, boolean forged) {
    assertThatThrownBy(() -> holder(tokens, token))
        .isInstanceOfSatisfying(
            BadToken.class, bad -> assertThat(bad.isForged()).isEqualTo(forged));
  }

  @Test
  void aTokenSaysWhoseItIsAndWhatItGives() throws JoseException {
    ClaimMapping.Grant grant = holder(tokens(), issuer.token(issuer.claims()));
    assertThat(grant)
        .isEqualTo(
            new ClaimMapping.Grant(
                "alice", TenantId.DEFAULT, Set.of("viewer", "billing-admin"), null));
  }

  @Test
  void anEcKeySignsAsWell() throws JoseException {
    String token =
        TestIssuer.signed(
            issuer.claims(),
            issuer.key("ec"),
            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
    assertThat(holder(tokens(), token).subject()).isEqualTo("alice");
  }

  static Stream<Consumer<JwtClaims>> unfit() {
    return Stream.of(
        claims -> claims.setIssuer("https://elsewhere.example.com"),
        claims -> claims.unsetClaim("iss"),
        claims -> claims.setAudience("somebody else"),
        claims -> claims.unsetClaim("aud"),
        claims -> claims.setExpirationTime(NumericDate.fromSeconds(1_700_000_000)),
        claims -> claims.unsetClaim("exp"),
        claims -> claims.setNotBeforeMinutesInThePast(-5),
        claims -> claims.unsetClaim("tenant"),
        claims -> claims.setStringClaim("tenant", "No Tenant"),
        claims -> claims.setClaim("tenant", 7),
        claims -> claims.unsetClaim("sub"),
        claims -> claims.setSubject("a\nb"));
  }

  @ParameterizedTest
  @MethodSource("unfit")
  void aTokenThatIsNotForUsOrNotForNowIsRefusedAndIsNoGuess(Consumer<JwtClaims> change)
      throws JoseException {
    JwtClaims claims = issuer.claims();
    change.accept(claims);
    assertRefused(tokens(), issuer.token(claims), false);
  }

  @Test
  void aTokenWithoutSignatureIsRefused() {
    String header = base64("{\"alg\":\"none\"}");
    assertRefused(tokens(), header + "." + base64(issuer.claims().toJson()) + ".", true);
  }

  @Test
  void thePublicKeyIsNoSharedSecret() throws JoseException {
    JsonWebSignature token = new JsonWebSignature();
    token.setPayload(issuer.claims().toJson());
    token.setKey(new HmacKey(issuer.key("rsa").getPublicKey().getEncoded()));
    token.setKeyIdHeaderValue("rsa");
    token.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
    assertRefused(tokens(), token.getCompactSerialization(), true);
  }

  @Test
  void anotherKeyUnderTheIssuersIdIsRefused() throws JoseException {
    PublicJsonWebKey own = RsaJwkGenerator.generateJwk(2048);
    own.setKeyId("rsa");
    String token = TestIssuer.signed(issuer.claims(), own, AlgorithmIdentifiers.RSA_USING_SHA256);
    assertRefused(tokens(), token, true);
  }

  @Test
  void anAlteredTokenIsRefused() throws JoseException {
    String[] parts = issuer.token(issuer.claims()).split("\\.");
    JwtClaims more = issuer.claims();
    more.setStringListClaim("roles", "finops", "boss");
    assertRefused(tokens(), parts[0] + "." + base64(more.toJson()) + "." + parts[2], true);
  }

  @Test
  void aNewKeyOfTheIssuerIsFoundAndUnknownOnesDoNotMakeUsAskForEach() throws JoseException {
    Tokens tokens = tokens();
    holder(tokens, issuer.token(issuer.claims()));
    PublicJsonWebKey stranger = RsaJwkGenerator.generateJwk(2048);
    stranger.setKeyId("stranger");
    String strange =
        TestIssuer.signed(issuer.claims(), stranger, AlgorithmIdentifiers.RSA_USING_SHA256);
    for (int i = 0; i < 20; i++) {
      assertRefused(tokens, strange, true);
    }
    assertThat(issuer.asked()).isEqualTo(1);

    PublicJsonWebKey next = issuer.rotate("next");
    clock.move(Duration.ofSeconds(11));
    String token = TestIssuer.signed(issuer.claims(), next, AlgorithmIdentifiers.RSA_USING_SHA256);
    assertThat(holder(tokens, token).subject()).isEqualTo("alice");
    assertThat(issuer.asked()).isEqualTo(2);
  }

  @Test
  void anIssuerThatIsAwayIsNoWrongTokenAndKnownKeysGoOn() throws JoseException {
    Tokens tokens = tokens("keys-trusted", "2h");
    String token = issuer.token(issuer.claims());
    issuer.setAway(true);
    assertThatThrownBy(() -> holder(tokens, token)).isInstanceOf(DependencyUnavailable.class);
    assertThatThrownBy(() -> holder(tokens, token)).isInstanceOf(DependencyUnavailable.class);

    issuer.setAway(false);
    clock.move(Duration.ofSeconds(11));
    assertThat(holder(tokens, token).subject()).isEqualTo("alice");

    issuer.setAway(true);
    JwtClaims claims = issuer.claims();
    claims.setExpirationTimeMinutesInTheFuture(600);
    String lasting = issuer.token(claims);
    clock.move(Duration.ofMinutes(90));
    assertThat(holder(tokens, lasting).subject()).isEqualTo("alice");
    clock.move(Duration.ofMinutes(60));
    assertThatThrownBy(() -> holder(tokens, lasting)).isInstanceOf(DependencyUnavailable.class);
  }

  @Test
  void rolesMayLieDeepInATokenOrBeOneTextAndWhatIsNotMappedGivesNothing() throws JoseException {
    JwtClaims claims = issuer.claims();
    claims.unsetClaim("roles");
    claims.setClaim("realm_access", Map.of("roles", List.of("staff", "root")));
    assertThat(holder(tokens("roles-claim", "realm_access.roles"), issuer.token(claims)).roles())
        .containsExactly("viewer");
    assertThat(holder(tokens(), issuer.token(claims)).roles()).isEmpty();
    claims.setStringClaim("https://example.com/scope", "openid staff");
    assertThat(
            holder(tokens("roles-claim", "https://example.com/scope"), issuer.token(claims))
                .roles())
        .containsExactly("viewer");
  }

  @Test
  void aTokenMaySeeAPartOfItsTenantAndWithoutThatClaimItSeesNothing() throws JoseException {
    Tokens tokens = tokens("accounts-claim", "accounts", "cost-centres-claim", "centres");
    assertRefused(tokens, issuer.token(issuer.claims()), false);
    JwtClaims some = issuer.claims();
    some.setStringListClaim("accounts", "lab-*");
    assertThat(holder(tokens, issuer.token(some)).scope())
        .isEqualTo(new AccessScope(Set.of("lab-*"), Set.of()));
    JwtClaims all = issuer.claims();
    all.setStringListClaim("centres", "*");
    assertThat(holder(tokens, issuer.token(all)).scope()).isNull();
  }

  @Test
  void theTenantMayBeTheSameForAllTokens() throws JoseException {
    JwtClaims claims = issuer.claims();
    claims.unsetClaim("tenant");
    assertThat(holder(tokens("tenant", "acme"), issuer.token(claims)).tenant())
        .isEqualTo(new TenantId("acme"));
  }

  @Test
  void anIssuerWithoutTlsOrAudienceEndsTheStart() {
    assertThatThrownBy(() -> tokens("issuer", "http://issuer.example.com"))
        .hasMessageContaining("allow-http");
    assertThatThrownBy(() -> tokens("audience", ""))
        .hasMessageContaining("ledgerline.access.oidc.audience");
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Begins now, as tokens are made by the real clock. */
  private static final class MovableClock extends Clock {
    private Instant now = Clock.systemUTC().instant();

    void move(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }
  }
}
