package io.ledgerline.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Whatever is falsified behind the services' backs, the reconciliation names it. */
class FalsifiedLedgerIT {
  private static final String DAY = "2023-07-04";
  private static final String SPAN = "from=" + DAY + "T00:00:00Z&to=2023-07-05T00:00:00Z";
  private static final String ACCOUNT = "reconciled-account";

  @Test
  void falsifiedRollupsAndDeletedRowsAreNamedWithStageAndEvents() throws Exception {
    RunningSuite suite = RunningSuite.get();
    send(suite);
    JsonPath run = Runs.dailyUsage(suite, DAY);
    JsonPath whole = awaitVerdict(suite, "RECONCILED");
    assertThat(whole.getInt("lines.compared")).isEqualTo(whole.getInt("lines.agreeing"));
    assertThat(stage(whole, "input_tokens", "accepted"))
        .isEqualTo(stage(whole, "input_tokens", "reported"))
        .isEqualTo("210");
    Launcher.Outcome agreed = command(suite);
    assertThat(agreed.status()).as(agreed.output()).isZero();
    assertThat(agreed.output()).contains("RECONCILED", "input_tokens");

    try (Connection database = suite.database();
        Statement sql = database.createStatement()) {
      falsifiedRollup(suite, sql);
      deletedRow(suite, sql);
    }
    awaitVerdict(suite, "RECONCILED");
    explained(suite, run);
  }

  private static void falsifiedRollup(RunningSuite suite, Statement sql) throws Exception {
    String change =
        "UPDATE report.rollup r SET quantity = quantity %s 1000 FROM report.dimension_set d,"
            + " report.meter_name m WHERE d.id = r.dimension_set AND m.id = r.meter"
            + " AND d.source_account = '"
            + ACCOUNT
            + "' AND m.name = 'input_tokens' AND r.charge_quarter = '"
            + DAY
            + " 08:15:00+00'";
    assertThat(sql.executeUpdate(change.formatted("+"))).isEqualTo(1);
    try {
      JsonPath outcome = reconcile(suite);
      assertThat(outcome.getString("verdict")).isEqualTo("UNRECONCILED");
      assertThat(outcome.getList("items")).hasSize(1);
      assertThat(outcome.getString("items[0].hour")).isEqualTo(DAY + "T08:00:00Z");
      assertThat(outcome.getString("items[0].sourceAccount")).isEqualTo(ACCOUNT);
      assertThat(outcome.getList("items[0].differing")).containsExactly("rolledUp");
      assertThat(outcome.getList("items[0].findings[0].events.id"))
          .as("the events of that quarter hour and of no other")
          .containsExactly("e-3", "e-4");
      Launcher.Outcome command = command(suite);
      assertThat(command.status()).as(command.output()).isEqualTo(1);
      assertThat(command.output()).contains("UNRECONCILED", "rollup-differs", "e-3", "e-4");
    } finally {
      sql.executeUpdate(change.formatted("-"));
    }
  }

  private static void deletedRow(RunningSuite suite, Statement sql) throws SQLException {
    sql.execute(
        "CREATE TEMP TABLE kept AS SELECT e.* FROM ingest.ledger_event e JOIN ingest.dimension_set d"
            + " ON d.id = e.dimension_set_id WHERE d.source_account = '"
            + ACCOUNT
            + "' AND e.id_text = 'e-5'");
    assertThat(
            sql.executeUpdate(
                "DELETE FROM ingest.ledger_event e USING kept k WHERE e.batch_no = k.batch_no"
                    + " AND e.position = k.position AND e.charge_time = k.charge_time"))
        .isEqualTo(1);
    try {
      JsonPath outcome = reconcile(suite);
      assertThat(outcome.getString("verdict")).isEqualTo("UNRECONCILED");
      assertThat(outcome.getList("items.meter")).containsExactly(null, "input_tokens", "requests");
      assertThat(outcome.getString("items[1].accepted")).isEqualTo("210");
      assertThat(outcome.getString("items[1].inLedger")).isEqualTo("150");
      assertThat(outcome.getString("items[1].rolledUp")).isEqualTo("210");
      assertThat(outcome.getList("items[1].differing")).containsExactly("inLedger", "published");
      assertThat(outcome.getList("items[1].findings.cause")).contains("row-missing");
      List<Map<String, String>> events =
          outcome.getList("items[1].findings.find { it.cause == 'row-missing' }.events");
      assertThat(events).hasSize(1);
      assertThat(events.getFirst().get("identity")).as("what is left of it").isNotBlank();
    } finally {
      sql.execute("INSERT INTO ingest.ledger_event SELECT * FROM kept");
    }
  }

  private static void explained(RunningSuite suite, JsonPath run) {
    List<String> rows = Runs.csv(suite, run).lines().skip(1).toList();
    assertThat(rows).hasSize(6);
    for (int line = 1; line <= rows.size(); line++) {
      String path = "/api/v1/report-runs/" + run.getString("id") + "/lines/" + line;
      JsonPath shown = suite.to("report").get(path).then().statusCode(200).extract().jsonPath();
      assertThat(String.join(",", shown.<String, String>getMap("cells").values()))
          .isEqualTo(rows.get(line - 1));
      assertThat(suite.to("report").get(path + "/events").jsonPath().getList("items.id"))
          .containsExactly("e-" + (line - 1));
    }
  }

  private static JsonPath reconcile(RunningSuite suite) {
    return suite
        .to("report")
        .get("/api/v1/reconciliation?differing=true&sourceAccount=" + ACCOUNT + "&" + SPAN)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static JsonPath awaitVerdict(RunningSuite suite, String verdict) {
    return Awaitility.await(verdict)
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(300))
        .until(() -> reconcile(suite), json -> verdict.equals(json.getString("verdict")));
  }

  private static String stage(JsonPath outcome, String meter, String stage) {
    return outcome.getString("totals.find { it.meter == '" + meter + "' }." + stage);
  }

  private static Launcher.Outcome command(RunningSuite suite) throws Exception {
    return suite.command("reconcile", "--from", DAY + "T00:00:00Z", "--to", "2023-07-05T00:00:00Z");
  }

  /** Six events, two for each quarter hour from 08:00 on: 10, 20, … 60 tokens. */
  private static void send(RunningSuite suite) {
    List<Map<String, Object>> events = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      events.add(
          Map.of(
              "source",
              "system-test:reconciliation",
              "id",
              "e-" + i,
              "time",
              Instant.parse(DAY + "T08:00:00Z").plusSeconds(i * 420L).toString(),
              "sourceAccount",
              ACCOUNT,
              "model",
              "anthropic.claude-v2",
              "quantities",
              Map.of("input_tokens", (i + 1) * 10, "requests", 1)));
    }
    suite
        .to("ingest")
        .contentType(ContentType.JSON)
        .body(events)
        .post("/api/v1/events")
        .then()
        .statusCode(200);
  }
}
