package io.ledgerline.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What was sent wrongly is put right: reports follow, and those made before stay as they are. */
class CorrectionsIT {
  private static final String DAY = "2024-03-14";
  private static final String SOURCE = "system-test:corrections";

  private static Map<String, Object> event(
      String source, String id, String time, String account, int tokens) {
    return Map.of(
        "source",
        source,
        "id",
        id,
        "time",
        time,
        "sourceAccount",
        account,
        "principal",
        "carol",
        "model",
        "anthropic.claude-v2",
        "region",
        "eu-central-1",
        "quantities",
        Map.of("input_tokens", tokens, "requests", 1));
  }

  private static JsonPath post(RunningSuite suite, String path, Object body) {
    return suite
        .to("ingest")
        .contentType(ContentType.JSON)
        .body(body)
        .post(path)
        .then()
        .extract()
        .jsonPath();
  }

  private static void record(RunningSuite suite, List<Map<String, Object>> events) {
    assertThat(post(suite, "/api/v1/events", events).getInt("counts.recorded"))
        .isEqualTo(events.size());
  }

  private static JsonPath correct(RunningSuite suite, Object body) {
    return post(suite, "/api/v1/ledger/corrections", body);
  }

  private static List<String> lines(RunningSuite suite, JsonPath run) {
    return Runs.csv(suite, run).lines().skip(1).toList();
  }

  private static void voidTwice(RunningSuite suite) {
    correct(
        suite,
        """
        {"kind": "void", "reason": "sent under two names",
         "select": {"events": [{"source": "%s", "id": "twice"}]}}"""
            .formatted(SOURCE));
  }

  private static void replaceWrongAndMoveLate(RunningSuite suite) {
    correct(
        suite,
        Map.of(
            "kind",
            "replace",
            "reason",
            "counted wrongly",
            "events",
            List.of(
                event(SOURCE, "wrong", DAY + "T10:00:02Z", "1", 2000),
                event(SOURCE, "late", "2024-03-15T00:00:00Z", "1", 1000))));
  }

  private static JsonPath voidAccountTwo(RunningSuite suite) {
    return correct(
        suite,
        """
        {"kind": "void", "reason": "a test account",
         "select": {"source": "%s", "sourceAccount": "2", "from": "%sT00:00:00Z",
                    "to": "2024-03-15T00:00:00Z"}}"""
            .formatted(SOURCE, DAY));
  }

  @Test
  void aReportFollowsACorrectionAndTheOneMadeBeforeStaysAsItIs() throws Exception {
    RunningSuite suite = RunningSuite.get();
    record(
        suite,
        List.of(
            event(SOURCE, "right", DAY + "T10:00:00Z", "1", 1000),
            event(SOURCE, "twice", DAY + "T10:00:01Z", "1", 1000),
            event(SOURCE, "wrong", DAY + "T10:00:02Z", "1", 9000),
            event(SOURCE, "late", DAY + "T23:59:59Z", "1", 1000),
            event(SOURCE, "test-1", DAY + "T11:00:00Z", "2", 5),
            event(SOURCE, "test-2", DAY + "T12:00:00Z", "2", 5)));
    JsonPath before = Runs.dailyUsage(suite, DAY);
    assertThat(before.getString("reconciliation.result")).isEqualTo("RECONCILED");
    assertThat(before.getLong("totals.events")).isEqualTo(6);
    String artifact = Runs.csv(suite, before);

    voidTwice(suite);
    replaceWrongAndMoveLate(suite);
    assertThat(voidAccountTwo(suite).getInt("effect.counts.voided")).isEqualTo(2);
    JsonPath after = Runs.dailyUsage(suite, DAY);

    assertThat(after.getString("reconciliation.result"))
        .as(after.prettify())
        .isEqualTo("RECONCILED");
    assertThat(after.getLong("totals.events")).isEqualTo(2);
    assertThat(new BigDecimal(after.getString("totals.quantities.input_tokens")))
        .isEqualByComparingTo("3000");
    assertThat(lines(suite, after))
        .containsExactly(
            "1,carol,anthropic.claude-v2,eu-central-1,1000,0,0,0.008",
            "1,carol,anthropic.claude-v2,eu-central-1,2000,0,0,0.016");
    assertThat(lines(suite, Runs.dailyUsage(suite, "2024-03-15")))
        .containsExactly("1,carol,anthropic.claude-v2,eu-central-1,1000,0,0,0.008");
    assertThat(Runs.csv(suite, before)).isEqualTo(artifact);
    assertThat(
            suite
                .to("report")
                .get("/api/v1/report-runs/{id}", before.getString("id"))
                .jsonPath()
                .getString("artifacts[0].sha256"))
        .isEqualTo(before.getString("artifacts[0].sha256"));
  }

  @Test
  void aLargeCorrectionThatIsKilledInTheMiddleTakesEachEventBackOnce() throws Exception {
    RunningSuite suite = RunningSuite.get();
    String source = SOURCE + ":large";
    for (int start = 0; start < 12_000; start += 2_000) {
      record(
          suite,
          IntStream.range(start, start + 2_000)
              .mapToObj(i -> event(source, "e-" + i, at(i), "large", i))
              .toList());
    }
    String location =
        suite
            .to("ingest")
            .contentType(ContentType.JSON)
            .body(
                """
                {"kind": "void", "reason": "all wrong",
                 "select": {"source": "%s", "from": "2024-04-01T00:00:00Z",
                            "to": "2024-05-01T00:00:00Z"}}"""
                    .formatted(source))
            .post("/api/v1/ledger/corrections")
            .then()
            .statusCode(202)
            .extract()
            .header("Location");
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> suite.to("ingest").get(location).jsonPath().getLong("progress.checked") > 0);
    suite.kill("ingest");

    JsonPath done =
        Awaitility.await()
            .atMost(Duration.ofSeconds(120))
            .pollInterval(Duration.ofMillis(250))
            .ignoreExceptions()
            .until(
                () -> suite.to("ingest").get(location).jsonPath(),
                correction -> correction.getString("state").equals("done"));

    assertThat(done.getLong("effect.counts.voided")).isEqualTo(12_000);
    assertThat(count(suite, source)).isEqualTo("24000 rows, 0 events, 0 tokens");
    JsonPath run = Runs.dailyUsage(suite, "2024-04-01");
    assertThat(run.getString("reconciliation.result")).isEqualTo("RECONCILED");
    assertThat(run.getLong("totals.events")).isZero();
  }

  private static String at(int second) {
    return Instant.parse("2024-04-01T00:00:00Z").plusSeconds(second).toString();
  }

  /** Counted from the ledger's rows by a statement of its own. */
  private static String count(RunningSuite suite, String source) throws SQLException {
    try (Connection database = suite.database();
        PreparedStatement statement =
            database.prepareStatement(
                """
                SELECT count(*) || ' rows, ' || sum(sign) || ' events, '
                  || sum(sign * (quantities ->> 'input_tokens')::numeric) || ' tokens'
                FROM ingest.usage_event WHERE source = ?""")) {
      statement.setString(1, source);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }
}
