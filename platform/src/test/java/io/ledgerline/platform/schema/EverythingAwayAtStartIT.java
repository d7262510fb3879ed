package io.ledgerline.platform.schema;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.ledgerline.platform.app.NothingThereProfile;
import io.ledgerline.platform.objectstore.ObjectStore;
import io.ledgerline.platform.objectstore.ObjectStoreException;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(NothingThereProfile.class)
class EverythingAwayAtStartIT {
  @Inject ObjectStore store;
  @Inject SchemaMigration schema;

  @Test
  void theServiceLivesAndSaysWhatItWaitsFor() {
    given().get("/q/health/live").then().statusCode(200);
    List<String> down =
        given()
            .get("/q/health/ready")
            .then()
            .statusCode(503)
            .extract()
            .path("checks.findAll { it.status == 'DOWN' }.name");
    assertThat(down).contains("schema", "database");
    assertThat(schema.isReady()).isFalse();
    assertThat(schema.waitingFor()).isNotEmpty();
  }

  @Test
  void trafficIsTurnedAwayForTheDatabaseAndNothingElse() {
    given()
        .get("/q/health/group/serving")
        .then()
        .statusCode(503)
        .body("checks.name", containsInAnyOrder("schema", "database"));
  }

  @Test
  void aKeyThatCannotBeLookedUpIsNotCalledWrong() {
    given()
        .header("X-API-Key", "ll_01234567_" + "A".repeat(43))
        .get("/api/v1/notes")
        .then()
        .statusCode(503)
        .contentType(startsWith("application/problem+json"))
        .header("Retry-After", "5")
        .body("code", equalTo("dependency-unavailable"));
  }

  @Test
  void aCallIsAskedForPatienceUntilThereAreTables() {
    given()
        .header("X-API-Key", NothingThereProfile.KEY)
        .get("/api/v1/notes/caller")
        .then()
        .statusCode(503)
        .contentType(startsWith("application/problem+json"))
        .header("Retry-After", "5")
        .body("code", equalTo("dependency-unavailable"));
  }

  @Test
  void anObjectStoreThatIsAwayIsUnreachable() {
    assertThatThrownBy(() -> store.ensureBucket("artifacts").await().indefinitely())
        .isInstanceOfSatisfying(
            ObjectStoreException.class,
            e -> assertThat(e.reason()).isEqualTo(ObjectStoreException.Reason.UNREACHABLE));
  }
}
