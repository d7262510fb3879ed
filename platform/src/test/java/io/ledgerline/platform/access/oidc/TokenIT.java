package io.ledgerline.platform.access.oidc;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.ledgerline.testkit.LedgerlineParts;
import io.ledgerline.testkit.TestKeys;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

/** Tokens beside keys, at a running service. */
@QuarkusTest
@WithTestResource(LedgerlineParts.class)
@WithTestResource(value = IssuerResource.class, scope = TestResourceScope.GLOBAL)
class TokenIT {
  private static final String CALLER = "/api/v1/notes/caller";

  TestIssuer issuer;

  private static ValidatableResponse call(String bearer) {
    return given().header("Authorization", "Bearer " + bearer).get(CALLER).then();
  }

  @Test
  void aTokenOpensWhatItsRolesAreMappedTo() throws JoseException {
    call(issuer.token(issuer.claims()))
        .statusCode(200)
        .body("tenant", equalTo("default"))
        .body("actor", equalTo("oidc:alice"));
    given().header("X-API-Key", issuer.token(issuer.claims())).get(CALLER).then().statusCode(200);
  }

  @Test
  void aTokenWithoutAMappedRoleMayDoNothing() throws JoseException {
    JwtClaims claims = issuer.claims();
    claims.setStringListClaim("roles", "root", "admin");
    call(issuer.token(claims)).statusCode(403).body("code", equalTo("forbidden"));
  }

  @Test
  void aTokenThatIsNotTakenIsToldNoMoreThanAWrongKey() throws JoseException {
    String wrongKey = call("ll_0badc0de_" + "0".repeat(43)).statusCode(401).extract().asString();
    JwtClaims elsewhere = issuer.claims();
    elsewhere.setAudience("somebody else");
    JwtClaims nobodys = issuer.claims();
    nobodys.setStringClaim("tenant", "not-registered");
    assertThat(call(issuer.token(elsewhere)).statusCode(401).extract().asString())
        .isEqualTo(wrongKey);
    assertThat(call(issuer.token(nobodys)).statusCode(401).extract().asString())
        .isEqualTo(wrongKey);
    assertThat(call(issuer.token(issuer.claims()) + "x").statusCode(401).extract().asString())
        .isEqualTo(wrongKey);
  }

  @Test
  void whileTheIssuerIsAwayTokensAreAskedForPatienceAndKeysGoOn() throws JoseException {
    PublicJsonWebKey next = RsaJwkGenerator.generateJwk(2048);
    next.setKeyId("not yet known");
    String token = TestIssuer.signed(issuer.claims(), next, AlgorithmIdentifiers.RSA_USING_SHA256);
    issuer.setAway(true);
    try {
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(
              () -> call(token).statusCode(503).body("code", equalTo("dependency-unavailable")));
      call(TestKeys.VIEWER).statusCode(200);
    } finally {
      issuer.setAway(false);
    }
    await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> call(token).statusCode(401));
  }
}
