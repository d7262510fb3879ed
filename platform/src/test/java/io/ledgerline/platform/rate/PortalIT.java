package io.ledgerline.platform.rate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsStringIgnoringCase;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.ledgerline.platform.app.NothingThereProfile;
import io.ledgerline.platform.app.PortalProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** What an admin portal meets: a limit for its key, and leave to call from its own pages. */
@QuarkusTest
@TestProfile(PortalProfile.class)
class PortalIT {
  private static final String CALLER = "/api/v1/notes/caller";

  private static ValidatableResponse call() {
    return given().header("Authorization", "Bearer " + NothingThereProfile.KEY).get(CALLER).then();
  }

  @Test
  void aKeyIsRefusedBeyondItsAllowanceAndToldWhenToComeBack() {
    for (int left = 4; left >= 0; left--) {
      call()
          .statusCode(not(429))
          .header("RateLimit-Limit", equalTo("5"))
          .header("RateLimit-Policy", equalTo("5;w=3600"))
          .header("RateLimit-Remaining", equalTo(Integer.toString(left)));
    }
    ValidatableResponse refused =
        call()
            .statusCode(429)
            .contentType("application/problem+json")
            .body("code", equalTo("too-many-requests"))
            .header("RateLimit-Remaining", equalTo("0"));
    assertThat(Integer.parseInt(refused.extract().header("Retry-After"))).isBetween(1, 720);
    assertThat(Integer.parseInt(refused.extract().header("RateLimit-Reset"))).isBetween(1, 3600);
    given().get(CALLER).then().statusCode(401).header("RateLimit-Limit", nullValue());
  }

  @Test
  void pagesOfAConfiguredOriginMayCallAndOthersMayNot() {
    given()
        .header("Origin", PortalProfile.PORTAL)
        .header("Access-Control-Request-Method", "GET")
        .header("Access-Control-Request-Headers", "authorization")
        .options(CALLER)
        .then()
        .statusCode(200)
        .header("Access-Control-Allow-Origin", equalTo(PortalProfile.PORTAL))
        .header("Access-Control-Allow-Headers", containsStringIgnoringCase("authorization"));
    given()
        .header("Origin", "https://elsewhere.example.com")
        .header("Access-Control-Request-Method", "GET")
        .options(CALLER)
        .then()
        .header("Access-Control-Allow-Origin", nullValue());
  }
}
