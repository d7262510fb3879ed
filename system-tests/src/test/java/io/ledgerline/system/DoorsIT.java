package io.ledgerline.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every service offers at its edge. */
class DoorsIT {
  /** Whoever was given a bundle may prove it; an SDK looks at the version before it has a key. */
  private static final Set<String> OPEN =
      Set.of("/api/v1/signing-keys", "/api/v1/signing-keys/{keyId}", "/v1/version");

  /** What begins so answers in the form of its vendor. */
  private static final Set<String> VENDORS =
      Set.of("/v1/", "/api/v4/", "/api/sys/", "/api/admin/", "/api/v1/inlets/bedrock/firehose");

  private static final String NOBODYS_ID = "00000000-0000-0000-0000-000000000000";

  @ParameterizedTest
  @ValueSource(strings = {"ingest", "report", "notify"})
  void healthIsOpenAndNamesWhatItChecks(String service) throws Exception {
    RunningSuite suite = RunningSuite.get();
    for (String probe : new String[] {"live", "ready", "started"}) {
      // Other tests kill parts: what came back a moment ago may still look for the rest.
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .ignoreExceptions()
          .untilAsserted(
              () -> {
                JsonPath health = suite.to(service).get("/q/health/" + probe).jsonPath();
                assertThat(health.getString("status")).as(health.prettify()).isEqualTo("UP");
              });
    }
    assertThat(suite.to(service).get("/q/health/ready").jsonPath().getList("checks.name"))
        .isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ingest", "report", "notify"})
  void everyOtherDoorWantsAKey(String service) throws Exception {
    RunningSuite suite = RunningSuite.get();
    String url = suite.urlOf(service);
    JsonPath description =
        suite.to(service).queryParam("format", "json").get("/q/openapi").jsonPath();
    Map<String, Object> paths = description.getMap("paths");
    assertThat(paths).isNotEmpty();
    for (String path : paths.keySet()) {
      if (OPEN.contains(path)) {
        continue;
      }
      Response answer = RestAssured.given().get(url + path.replaceAll("\\{[^}]*}", NOBODYS_ID));
      assertThat(answer.statusCode()).as(path).isEqualTo(401);
      assertThat(answer.contentType()).as(path).startsWith(errorType(path));
    }
    assertThat(RestAssured.get(url + "/q/metrics").statusCode()).isEqualTo(401);
    assertThat(RestAssured.get(url + "/q/openapi").statusCode()).isEqualTo(401);
  }

  private static String errorType(String path) {
    if (path.startsWith("/scim/")) {
      return "application/scim+json";
    }
    boolean vendor = VENDORS.stream().anyMatch(path::startsWith);
    return vendor ? "application/json" : "application/problem+json";
  }

  @ParameterizedTest
  @ValueSource(strings = {"ingest", "report", "notify"})
  void metricsAreForPrometheus(String service) throws Exception {
    Response metrics = RunningSuite.get().to(service).get("/q/metrics");

    assertThat(metrics.statusCode()).isEqualTo(200);
    assertThat(metrics.asString()).contains("jvm_memory_used_bytes", "ledgerline_");
  }
}
