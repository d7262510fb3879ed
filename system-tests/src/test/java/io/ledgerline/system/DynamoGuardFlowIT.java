package io.ledgerline.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** DynamoGuard's acceptance cases 3, 13 and 14 with the packaged services and a real ledger. */
class DynamoGuardFlowIT {
  private static final String REPORTS = "/v1/billing/reports";
  private static final String ROW =
      " WHERE id_text = 'flow-3' AND charge_time = '2024-11-07 12:00:00+00'";

  @Test
  void callsComeInAReportIsDownloadedAndATamperedRowIsTold() throws Exception {
    RunningSuite suite = RunningSuite.get();
    send(suite);
    JsonPath report = made(suite);
    assertThat(report.getInt("totals.totalTokens")).isEqualTo(100);
    assertThat(report.getBoolean("isBillingDataCorrupted")).as(report.prettify()).isFalse();
    assertThat(csv(suite, report.getInt("id")))
        .contains("2024-11-07,chat,m-1,ann,1,20,30,50", "2024-11-07,analyze,m-1,ann,2,50,0,50");

    try (Connection database = suite.database();
        Statement sql = database.createStatement()) {
      sql.execute("CREATE TEMP TABLE before AS SELECT quantities FROM ingest.ledger_event" + ROW);
      String tampered = "UPDATE ingest.ledger_event SET quantities = quantities || '0'" + ROW;
      assertThat(sql.executeUpdate(tampered)).isEqualTo(1);
      try {
        assertThat(made(suite).getBoolean("isBillingDataCorrupted")).isTrue();
      } finally {
        sql.execute(
            "UPDATE ingest.ledger_event SET quantities = (SELECT quantities FROM before)" + ROW);
      }
    }
    assertThat(made(suite).getBoolean("isBillingDataCorrupted")).isFalse();
  }

  private static JsonPath made(RunningSuite suite) {
    int id =
        suite
            .to("report")
            .contentType(ContentType.JSON)
            .body(Map.of("fromDate", "2024-11-07", "toDate", "2024-11-08"))
            .post(REPORTS)
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    return Awaitility.await("report " + id)
        .atMost(Duration.ofSeconds(120))
        .pollInterval(Duration.ofMillis(250))
        .until(
            () -> suite.to("report").get(REPORTS + "/" + id).jsonPath(),
            json -> "COMPLETED".equals(json.getString("status")));
  }

  private static String csv(RunningSuite suite, int id) throws Exception {
    String url = suite.to("report").get(REPORTS + "/" + id + "/download").jsonPath().get("url");
    byte[] archive =
        RestAssured.given()
            .urlEncodingEnabled(false)
            .get(url)
            .then()
            .statusCode(200)
            .contentType("application/zip")
            .extract()
            .asByteArray();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      ZipEntry entry = zip.getNextEntry();
      while (!entry.getName().equals("billing_report.csv")) {
        entry = zip.getNextEntry();
      }
      return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void send(RunningSuite suite) {
    String calls =
        String.join(
            ",",
            call(1, "2024-11-06T23:59:59.999Z", "analyze", 100, 0),
            call(2, "2024-11-07T00:00:00Z", "analyze", 10, 0),
            call(3, "2024-11-07T12:00:00Z", "chat", 20, 30),
            call(4, "2024-11-07T23:59:59.999Z", "analyze", 40, 0),
            call(5, "2024-11-08T00:00:00Z", "analyze", 1000, 0));
    suite
        .to("ingest")
        .contentType(ContentType.JSON)
        .body("[" + calls + "]")
        .post("/api/v1/inlets/dynamoguard/events")
        .then()
        .statusCode(200);
  }

  private static String call(int id, String time, String endpoint, int input, int output) {
    return """
        {"requestId":"flow-%d","time":"%s","endpoint":"%s","modelId":"m-1","user":"ann",
         "policies":5,"inputTokens":%d,"outputTokens":%d}"""
        .formatted(id, time, endpoint, input, output);
  }
}
