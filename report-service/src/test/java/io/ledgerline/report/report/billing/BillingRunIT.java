package io.ledgerline.report.report.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.ledgerline.contracts.message.UsageBatch;
import io.ledgerline.report.report.dailyusage.BedrockSamples;
import io.ledgerline.report.testing.Api;
import io.ledgerline.report.testing.LedgerFixture;
import io.ledgerline.report.testing.ReportServiceTest;
import io.ledgerline.report.testing.RollupProbe;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReportServiceTest
class BillingRunIT {
  private final LedgerFixture ledger = new LedgerFixture();

  @Inject Pool database;

  @BeforeEach
  @AfterEach
  void anEmptyLedger() {
    ledger.reset();
  }

  private static JsonPath made(String period) {
    String id =
        Api.admin()
            .contentType(ContentType.JSON)
            .body("{\"kind\":\"billing\",\"period\":" + period + "}")
            .post("/api/v1/report-runs")
            .then()
            .statusCode(202)
            .extract()
            .path("id");
    return Api.awaitRun(id, "COMPLETED");
  }

  @Test
  void aMonthIsBilledByDayEndpointModelAndPrincipalAndReconciles() {
    UsageBatch batch = ledger.record(BedrockSamples.ledger());
    new RollupProbe(database).awaitApplied(batch.batchId());
    JsonPath run = made("{\"type\":\"range\",\"from\":\"2024-05-25\",\"to\":\"2024-05-26\"}");
    assertThat(run.getString("reconciliation.result")).isEqualTo("RECONCILED");
    assertThat(run.getInt("totals.events")).isEqualTo(11);
    assertThat(run.getString("artifacts[0].name")).isEqualTo("billing_2024-05-25_2024-05-25.csv");

    List<String> lines = Api.textOf(run).lines().toList();
    assertThat(lines.getFirst()).startsWith("date,endpoint,provider,model,principal,requests");
    assertThat(lines).hasSize(run.getInt("totals.rows") + 1);
    assertThat(lines.subList(1, lines.size())).allMatch(line -> line.startsWith("2024-05-25,"));

    JsonPath daily = Api.runOfDay("2024-05-25");
    assertThat(new BigDecimal(run.getString("totals.charges")))
        .isEqualByComparingTo(new BigDecimal(daily.getString("totals.charges")));
    assertThat(run.getMap("totals.quantities")).isEqualTo(daily.getMap("totals.quantities"));
    Api.admin()
        .get("/api/v1/report-runs/" + run.getString("id") + "/lines/1")
        .then()
        .statusCode(200)
        .body("cells.date", equalTo("2024-05-25"));
  }

  @Test
  void theSameRangeMadeAgainHasTheSameBytes() {
    UsageBatch batch = ledger.record(BedrockSamples.ledger());
    new RollupProbe(database).awaitApplied(batch.batchId());
    String month = "{\"type\":\"month\",\"month\":\"2024-05\",\"zone\":\"Europe/Berlin\"}";
    assertThat(made(month).getString("artifacts[0].sha256"))
        .isEqualTo(made(month).getString("artifacts[0].sha256"));
  }

  @Test
  void theKindIsListed() {
    Api.admin()
        .get("/api/v1/report-kinds")
        .then()
        .statusCode(200)
        .body("items.name", hasItem("billing"));
  }

  @Test
  void dailyRecordsHaveAFileOfRowsAndOneOfUsers() {
    UsageBatch batch = ledger.record(BedrockSamples.ledger());
    new RollupProbe(database).awaitApplied(batch.batchId());
    String id =
        Api.admin()
            .contentType(ContentType.JSON)
            .body(
                "{\"kind\":\"daily-records\",\"period\":{\"type\":\"day\",\"day\":\"2024-05-25\"}}")
            .post("/api/v1/report-runs")
            .then()
            .statusCode(202)
            .extract()
            .path("id");
    JsonPath run = Api.awaitRun(id, "COMPLETED");
    assertThat(run.getString("reconciliation.result")).isEqualTo("RECONCILED");
    assertThat(run.getList("artifacts.name", String.class))
        .contains(
            "daily-records_2024-05-25_2024-05-25.csv",
            "daily-records_2024-05-25_2024-05-25-users.csv");
    Api.admin()
        .get("/api/v1/report-runs/" + id + "/lines/1")
        .then()
        .statusCode(200)
        .body("cells.date", equalTo("2024-05-25"));
  }
}
