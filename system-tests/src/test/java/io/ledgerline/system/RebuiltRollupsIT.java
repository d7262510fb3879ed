package io.ledgerline.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Rollups can be had anew from the ledger, though the service dies while it makes them. */
class RebuiltRollupsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final String DAY = "2022-09-14";
  private static final int BATCHES = 40;
  private static final int EVENTS = 50;
  private static final String USED =
      " FROM report.rollup r"
          + " JOIN report.meter_name m ON m.id = r.meter AND m.name = 'input_tokens'"
          + " JOIN report.dimension_set d ON d.id = r.dimension_set"
          + " WHERE d.source_account LIKE 'rebuild-_'";

  @Test
  void falsifiedRollupsAreTheLedgersAgainThoughReportServiceIsKilledMeanwhile() throws Exception {
    RunningSuite suite = RunningSuite.get();
    for (int batch = 0; batch < BATCHES; batch++) {
      send(suite, batch);
    }
    assertThat(Runs.dailyUsage(suite, DAY).getString("reconciliation.result"))
        .isEqualTo("RECONCILED");
    BigDecimal expected = tokens(suite);
    assertThat(expected).isEqualByComparingTo(BigDecimal.valueOf(7L * BATCHES * EVENTS));
    falsify(suite);
    assertThat(tokens(suite)).isNotEqualByComparingTo(expected);

    String id =
        suite
            .to("report")
            .contentType(ContentType.JSON)
            .body(
                Map.of("from", DAY + "T00:00:00Z", "to", DAY + "T01:00:00Z", "reason", "falsified"))
            .post("/api/v1/rollups/rebuilds")
            .then()
            .statusCode(202)
            .extract()
            .path("id");
    suite.kill("report");
    send(suite, BATCHES);
    JsonPath job =
        Awaitility.await("rebuild " + id)
            .atMost(PATIENCE)
            .pollInterval(Duration.ofMillis(250))
            .ignoreExceptions()
            .until(
                () -> suite.to("report").get("/api/v1/rollups/rebuilds/{id}", id).jsonPath(),
                json -> Set.of("COMPLETED", "FAILED").contains(json.getString("state")));
    assertThat(job.getString("state")).as(job.prettify()).isEqualTo("COMPLETED");
    assertThat(job.getLong("findings[0].differences")).isEqualTo(1);
    assertThat(Runs.dailyUsage(suite, DAY).getString("reconciliation.result"))
        .isEqualTo("RECONCILED");
    assertThat(tokens(suite)).isEqualByComparingTo(BigDecimal.valueOf(7L * (BATCHES + 1) * EVENTS));
  }

  private static void send(RunningSuite suite, int batch) {
    List<Map<String, Object>> events = new ArrayList<>();
    for (int i = 0; i < EVENTS; i++) {
      int number = batch * EVENTS + i;
      events.add(
          Map.of(
              "source",
              "system-test:rebuild",
              "id",
              "event-" + number,
              "time",
              Instant.parse(DAY + "T00:00:00Z").plusSeconds(number * 17L).toString(),
              "sourceAccount",
              "rebuild-" + number % 3,
              "model",
              "anthropic.claude-v2",
              "quantities",
              Map.of("input_tokens", 7, "requests", 1)));
    }
    suite
        .to("ingest")
        .contentType(ContentType.JSON)
        .body(events)
        .post("/api/v1/events")
        .then()
        .statusCode(200);
  }

  private static void falsify(RunningSuite suite) throws SQLException {
    try (Connection database = suite.database();
        Statement statement = database.createStatement()) {
      int rows =
          statement.executeUpdate(
              "UPDATE report.rollup r SET quantity = quantity + 1 FROM ("
                  + " SELECT r.charge_quarter, r.dimension_set, r.posting_quarter, r.meter"
                  + USED
                  + " LIMIT 1) one WHERE r.charge_quarter = one.charge_quarter"
                  + " AND r.dimension_set = one.dimension_set"
                  + " AND r.posting_quarter = one.posting_quarter AND r.meter = one.meter");
      assertThat(rows).isEqualTo(1);
    }
  }

  private static BigDecimal tokens(RunningSuite suite) throws SQLException {
    try (Connection database = suite.database();
        Statement statement = database.createStatement();
        ResultSet sum = statement.executeQuery("SELECT sum(r.quantity)" + USED)) {
      sum.next();
      return sum.getBigDecimal(1);
    }
  }
}
