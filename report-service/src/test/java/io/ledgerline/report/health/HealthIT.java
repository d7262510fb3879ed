package io.ledgerline.report.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;

import io.ledgerline.report.testing.Api;
import io.ledgerline.report.testing.ReportServiceTest;
import io.ledgerline.testkit.ApiWalk;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@ReportServiceTest
class HealthIT {
  @Test
  void readinessSaysWhatItChecked() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                RestAssured.given()
                    .get("/q/health/ready")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("UP"))
                    .body("checks.name", hasItems("database", "schema", "object-store", "ledger"))
                    .body("checks.find { it.name == 'ledger' }.data.reachable", equalTo(true)));
  }

  @Test
  void metricsTellOfBatchesRunsAndUnratedUsage() {
    Api.admin()
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .body(containsString("ledgerline_rollup_batches_total"))
        .body(containsString("ledgerline_rollup_lag_seconds"))
        .body(containsString("ledgerline_rollup_lag_latest_seconds"))
        .body(containsString("ledgerline_rollup_behind_batches"))
        .body(containsString("ledgerline_report_runs_oldest_waiting_seconds"))
        .body(containsString("ledgerline_report_runs{"))
        .body(containsString("ledgerline_report_unrated_events_total"))
        .body(containsString("ledgerline_report_unrated_usage_total{reason=\"unknown-model\""));
  }

  @Test
  void theApiIsDescribedWithExamples() {
    Api.admin()
        .header("Accept", "application/json")
        .get("/q/openapi?format=json")
        .then()
        .statusCode(200)
        .body("paths", hasKey("/api/v1/report-runs"))
        .body("paths", hasKey("/api/v1/schedules/{id}/dues"))
        .body("paths", hasKey("/api/v1/prices/imports"))
        .body(
            "paths.'/api/v1/report-runs'.post.requestBody.content.'application/json'.examples",
            hasKey("a day"));
  }

  @Test
  void listsHavePagesReadsHaveTagsAndBodiesHaveExamples() {
    Set<String> whole = Set.of("/api/v1/report-kinds", "/api/v1/signing-keys");
    assertThat(new ApiWalk(Api::admin, whole).faults()).isEmpty();
  }

  @Test
  void nothingButHealthIsOpen() {
    RestAssured.given().get("/q/metrics").then().statusCode(401);
    RestAssured.given().get("/q/openapi").then().statusCode(401);
    RestAssured.given().get("/q/health/live").then().statusCode(200);
  }
}
