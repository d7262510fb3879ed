package io.ledgerline.platform.access.guess;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.ledgerline.platform.app.LogProbe;
import io.ledgerline.platform.app.NothingThereProfile;
import io.ledgerline.platform.app.PortalProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** What a guesser meets, and everybody else meanwhile. */
@QuarkusTest
@TestProfile(PortalProfile.class)
class GuessingIT {
  /** Needs a key and no table. */
  private static final String PATH = "/q/openapi";

  private static ValidatableResponse from(String address, String key) {
    return given()
        .header("Authorization", "Bearer " + key)
        .header("X-Forwarded-For", "6.6.6.6, " + address)
        .get(PATH)
        .then();
  }

  @Test
  void aGuesserHasToWaitAndNobodyElse() {
    from("192.0.2.1", NothingThereProfile.KEY).statusCode(200);
    for (int i = 0; i < 3; i++) {
      from("192.0.2.1", "wrong" + i).statusCode(401).body("code", equalTo("unauthenticated"));
    }
    from("192.0.2.1", "wrong").statusCode(429);
    ValidatableResponse refused =
        from("192.0.2.1", "wrong again")
            .statusCode(429)
            .contentType("application/problem+json")
            .body("code", equalTo("too-many-failures"));
    assertThat(Integer.parseInt(refused.extract().header("Retry-After"))).isBetween(1, 60);
    from("192.0.2.1", NothingThereProfile.KEY).statusCode(200);
    from("192.0.2.2", NothingThereProfile.KEY).statusCode(200);
  }

  @Test
  void aRightKeyThatWasNeverSeenFromTheGuessersAddressWaitsToo() {
    for (int i = 0; i < 4; i++) {
      from("192.0.2.3", "wrong" + i);
    }
    from("192.0.2.3", NothingThereProfile.KEY).statusCode(429);
  }

  @Test
  void noKeyOrTokenReachesTheLog() {
    String key = "ll_00000000_" + "s".repeat(43);
    String token = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJzZWNyZXQifQ.";
    try (LogProbe log = LogProbe.start()) {
      from("192.0.2.4", key);
      from("192.0.2.4", token);
      from("192.0.2.4", "plainsecret");
      given().header("X-API-Key", key).header("X-Forwarded-For", "192.0.2.5").get(PATH);
      from("192.0.2.4", NothingThereProfile.KEY);
      assertThat(log.text())
          .doesNotContain("s".repeat(43), "eyJzdWIi", "plainsecret", NothingThereProfile.KEY);
    }
  }
}
