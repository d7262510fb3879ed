package io.ledgerline.ingest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.ledgerline.local.parts.PartName;
import io.ledgerline.testkit.SuiteParts;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@IngestTest
class DatabaseAwayIT {
  private final String source = Api.newSource();

  @Test
  void whileTheDatabaseIsAwayACallMayBeRepeatedLaterAndCountsOnce() {
    Api.post(Api.event(source, "0")).statusCode(200);
    SuiteParts.Outage outage = SuiteParts.get().outageOf(PartName.POSTGRES);
    try {
      Api.post(Api.event(source, "1"))
          .statusCode(503)
          .header("Retry-After", notNullValue())
          .body("code", equalTo("dependency-unavailable"));
      given().get("/q/health/ready").then().statusCode(503);
      given().get("/q/health/live").then().statusCode(200);
    } finally {
      outage.close();
    }

    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(
            () ->
                Api.post(Api.event(source, "1"))
                    .statusCode(200)
                    .body("counts.rejected", equalTo(0)));
    Api.post(Api.event(source, "1")).body("results[0].status", equalTo("duplicate"));
    Api.post(Api.event(source, "0")).body("results[0].status", equalTo("duplicate"));
  }
}
