package io.ledgerline.system;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who may call, said once and kept by all three services. */
class AccessIT {
  private static final Duration SECONDS = Duration.ofSeconds(60);

  /** A call of each service that an admin may make. */
  private static final Map<String, String> CALLS =
      Map.of(
          "ingest", "/api/v1/ledger/watermark",
          "report", "/api/v1/prices",
          "notify", "/api/v1/deliveries");

  private final RunningSuite suite;

  AccessIT() throws Exception {
    suite = RunningSuite.get();
  }

  private RequestSpecification operator() {
    return suite.to("report").contentType(ContentType.JSON);
  }

  private void awaitEverywhere(String key, int status) {
    CALLS.forEach(
        (service, path) ->
            await(service + " answers " + status)
                .atMost(SECONDS)
                .until(
                    () ->
                        RestAssured.given()
                                .header("Authorization", "Bearer " + key)
                                .get(suite.urlOf(service) + path)
                                .statusCode()
                            == status));
  }

  @Test
  void aTenantItsKeysAndItsSuspensionAreKnownEverywhereWithinSeconds() {
    String key =
        operator()
            .body("{\"id\":\"access-it\"}")
            .post("/api/v1/tenants")
            .then()
            .statusCode(201)
            .extract()
            .path("adminKey.key");
    awaitEverywhere(key, 200);
    operator()
        .body("{\"reason\":\"a test\"}")
        .put("/api/v1/tenants/access-it/suspension")
        .then()
        .statusCode(200);
    awaitEverywhere(key, 401);
    operator().delete("/api/v1/tenants/access-it/suspension").then().statusCode(200);
    awaitEverywhere(key, 200);
    operator().delete("/api/v1/keys/" + key.substring(3, 11)).then().statusCode(404);
    RestAssured.given()
        .header("Authorization", "Bearer " + key)
        .delete(suite.urlOf("report") + "/api/v1/keys/" + key.substring(3, 11))
        .then()
        .statusCode(204);
    awaitEverywhere(key, 401);
  }

  @Test
  void aTenantThatWasMadeSendsUsageAndGetsItsReportsDelivered() {
    String key =
        operator()
            .body("{\"id\":\"reporting-it\"}")
            .post("/api/v1/tenants")
            .then()
            .statusCode(201)
            .extract()
            .path("adminKey.key");
    awaitEverywhere(key, 200);
    as(key)
        .body(
            """
            {"source": "t", "id": "1", "time": "2024-04-02T10:00:00Z", "sourceAccount": "a",
             "principal": "dora", "model": "anthropic.claude-v2",
             "quantities": {"input_tokens": 1000, "requests": 1}}""")
        .post(suite.urlOf("ingest") + "/api/v1/events")
        .then()
        .statusCode(200);
    String run =
        as(key)
            .body(
                """
                {"kind": "billing", "period": {"type": "day", "day": "2024-04-02"},
                 "deliveries": [{"channel": "s3", "bucket": "usage-reports", "keyPrefix": "it/"}]}""")
            .post(suite.urlOf("report") + "/api/v1/report-runs")
            .then()
            .statusCode(202)
            .extract()
            .path("id");
    await("the tenant's report is made and delivered")
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                as(key)
                    .get(suite.urlOf("report") + "/api/v1/report-runs/" + run)
                    .then()
                    .body("state", equalTo("COMPLETED"))
                    .body("reconciliation.result", equalTo("RECONCILED"))
                    .body("totals.events", equalTo(1))
                    .body("deliveries[0].state", equalTo("DELIVERED")));
    suite.to("report").get("/api/v1/report-runs/" + run).then().statusCode(404);
  }

  private static RequestSpecification as(String key) {
    return RestAssured.given()
        .contentType(ContentType.JSON)
        .header("Authorization", "Bearer " + key);
  }

  @Test
  void whatIsDoneAtAnyServiceIsInOneLog() {
    suite.to("ingest").post("/api/v1/inlets/s3/scans").then().statusCode(202);
    suite
        .to("notify")
        .post("/api/v1/deliveries/00000000-0000-0000-0000-000000000000/replays")
        .then()
        .statusCode(404);
    await()
        .atMost(SECONDS)
        .untilAsserted(
            () ->
                suite
                    .to("report")
                    .get("/api/v1/audit-events?service=ingest-service")
                    .then()
                    .statusCode(200)
                    .body("items.action", hasItems("POST /api/v1/inlets/s3/scans")));
  }
}
