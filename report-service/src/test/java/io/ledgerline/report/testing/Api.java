package io.ledgerline.report.testing;

import static io.restassured.RestAssured.given;

import io.ledgerline.testkit.TestKeys;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import org.awaitility.Awaitility;

/** Calls report-service's API. */
public final class Api {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Api() {}

  /** A call with an admin's key. */
  public static RequestSpecification admin() {
    return as(TestKeys.ADMIN);
  }

  /** A call with this key. */
  public static RequestSpecification as(String key) {
    return given().header("Authorization", TestKeys.bearer(key));
  }

  /** Asks for a run of this period and returns its id. */
  public static String askForRun(String period) {
    return admin()
        .contentType(ContentType.JSON)
        .body("{\"kind\":\"daily-usage\",\"period\":" + period + "}")
        .post("/api/v1/report-runs")
        .then()
        .statusCode(202)
        .extract()
        .path("id");
  }

  /** Asks for a run of a day in UTC and waits until it is completed. */
  public static JsonPath runOfDay(String day) {
    return awaitRun(
        askForRun("{\"type\":\"day\",\"day\":\"" + day + "\",\"zone\":\"UTC\"}"), "COMPLETED");
  }

  /** Waits until a run is in this state. */
  public static JsonPath awaitRun(String id, String state) {
    return Awaitility.await("run " + id + " " + state)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> run(id), run -> state.equals(run.getString("state")));
  }

  /** A run as it stands. */
  public static JsonPath run(String id) {
    return admin().get("/api/v1/report-runs/" + id).then().statusCode(200).extract().jsonPath();
  }

  /** The text of a run's first artifact. */
  public static String textOf(JsonPath run) {
    return admin()
        .get(run.getString("artifacts[0].contentUrl"))
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }
}
