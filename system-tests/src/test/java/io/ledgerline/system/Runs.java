package io.ledgerline.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;

/** Makes reports of a running suite and waits for them. */
final class Runs {
  private Runs() {}

  /** Makes the daily usage report of a UTC day and waits until it is completed. */
  static JsonPath dailyUsage(RunningSuite suite, String day) {
    String location =
        suite
            .to("report")
            .contentType(ContentType.JSON)
            .body(
                Map.of(
                    "kind",
                    "daily-usage",
                    "period",
                    Map.of("type", "day", "day", day, "zone", "UTC")))
            .post("/api/v1/report-runs")
            .then()
            .statusCode(202)
            .extract()
            .header("Location");
    return completed(suite, location.substring(location.lastIndexOf('/') + 1));
  }

  /** Waits until a run has ended, and makes sure that it ended well. */
  static JsonPath completed(RunningSuite suite, String id) {
    JsonPath run =
        Awaitility.await("report run " + id)
            .atMost(Duration.ofSeconds(120))
            .pollInterval(Duration.ofMillis(250))
            .ignoreExceptions()
            .until(
                () -> suite.to("report").get("/api/v1/report-runs/{id}", id).jsonPath(),
                json -> Set.of("COMPLETED", "FAILED").contains(json.getString("state")));
    assertThat(run.getString("state")).as(run.prettify()).isEqualTo("COMPLETED");
    return run;
  }

  /** The text of a run's CSV. */
  static String csv(RunningSuite suite, JsonPath run) {
    return suite
        .to("report")
        .get("/api/v1/artifacts/{id}/content", run.getString("artifacts[0].id"))
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }
}
