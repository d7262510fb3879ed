package io.ledgerline.report.vendor.dynamoguard.rest;

import static io.restassured.RestAssured.given;

import io.ledgerline.testkit.TestKeys;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/** What DynamoGuard's Python SDK sends, header by header, and what it needs of the answers. */
final class SdkCalls {
  static final String REPORTS = "/v1/billing/reports";

  /** Keys that the SDK takes out of a report without asking whether they are there. */
  static final List<String> KEYS =
      List.of(
          "id", "fromTime", "toTime", "dataStorePath", "isBillingDataCorrupted", "jobId", "status");

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private SdkCalls() {}

  static RequestSpecification sdk(String key) {
    RequestSpecification call =
        given()
            .header("User-Agent", "python-requests/2.32.3")
            .header("Accept-Encoding", "gzip, deflate")
            .header("Accept", "*/*")
            .header("Connection", "keep-alive");
    return key == null ? call : call.header("Authorization", TestKeys.bearer(key));
  }

  static RequestSpecification admin() {
    return sdk(TestKeys.BILLING_ADMIN);
  }

  static ValidatableResponse post(RequestSpecification call, String body) {
    return call.header("Content-Type", "application/json").body(body).post(REPORTS).then();
  }

  /** Asks for a report and returns what is answered at once. */
  static JsonPath generate(String from, String to) {
    return post(admin(), dates(from, to)).statusCode(201).extract().jsonPath();
  }

  static String dates(String from, String to) {
    return "{\"fromDate\": \"%s\", \"toDate\": \"%s\"}".formatted(from, to);
  }

  static JsonPath get(int id) {
    return admin().get(REPORTS + "/" + id).then().statusCode(200).extract().jsonPath();
  }

  /** Polls as the SDK's users do. */
  static JsonPath poll(int id) {
    return Awaitility.await("report " + id)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(
            () -> get(id), report -> !List.of("QUEUED", "RUNNING").contains(report.get("status")));
  }

  static JsonPath made(String from, String to) {
    return poll(generate(from, to).getInt("id"));
  }
}
