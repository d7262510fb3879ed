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
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Nothing accepted is lost or counted twice, whatever is killed when. */
class KilledServicesIT {
  private static final String DAY = "2024-02-29";
  private static final int BATCHES = 60;
  private static final int EVENTS = 50;

  @Test
  void sumsAreExactAfterEachServiceWasKilledInTheMiddle() throws Exception {
    RunningSuite suite = RunningSuite.get();
    long recorded = 0;
    for (int batch = 0; batch < BATCHES; batch++) {
      switch (batch) {
        case 12 -> suite.kill("ingest");
        case 24 -> suite.kill("report");
        case 36 -> suite.kill("notify");
        case 48 -> suite.kill("ingest");
        default -> {}
      }
      recorded += send(suite, batch);
      if (batch % 7 == 3) {
        assertThat(send(suite, batch)).as("a repeated call records nothing").isZero();
      }
    }

    long sent = BATCHES * EVENTS;
    // A batch whose answer a kill cut off was recorded then, and is a duplicate when sent again.
    assertThat(recorded).isBetween(sent - 2 * EVENTS, sent);
    JsonPath run = Runs.dailyUsage(suite, DAY);
    assertThat(run.getString("reconciliation.result")).isEqualTo("RECONCILED");
    assertThat(run.getLong("totals.events")).isEqualTo(sent);
    assertThat(new BigDecimal(run.getString("totals.quantities.input_tokens")))
        .isEqualByComparingTo(expectedTokens());
    assertThat(rolledUpTokens(suite)).isEqualByComparingTo(expectedTokens());
  }

  private static BigDecimal expectedTokens() {
    long sum = 0;
    for (int i = 0; i < BATCHES * EVENTS; i++) {
      sum += tokens(i);
    }
    return BigDecimal.valueOf(sum);
  }

  private static int tokens(int number) {
    return 1 + number % 997;
  }

  /** Sends a batch until it is answered, as any careful client does. Returns how many were new. */
  private static long send(RunningSuite suite, int batch) {
    List<Map<String, Object>> events = new ArrayList<>();
    for (int i = 0; i < EVENTS; i++) {
      int number = batch * EVENTS + i;
      events.add(
          Map.of(
              "source",
              "system-test:kills",
              "id",
              "event-" + number,
              "time",
              Instant.parse(DAY + "T00:00:00Z").plusSeconds(number * 13L).toString(),
              "sourceAccount",
              "account-" + number % 5,
              "model",
              "anthropic.claude-v2",
              "quantities",
              Map.of("input_tokens", tokens(number), "requests", 1)));
    }
    return Awaitility.await("an answer to batch " + batch)
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(200))
        .ignoreExceptions()
        .until(
            () -> {
              JsonPath answer =
                  suite
                      .to("ingest")
                      .contentType(ContentType.JSON)
                      .body(events)
                      .post("/api/v1/events")
                      .then()
                      .statusCode(200)
                      .extract()
                      .jsonPath();
              assertThat(answer.getInt("counts.conflict") + answer.getInt("counts.rejected"))
                  .isZero();
              return answer.getLong("counts.recorded");
            },
            count -> true);
  }

  private static BigDecimal rolledUpTokens(RunningSuite suite) throws SQLException {
    try (Connection database = suite.database();
        Statement statement = database.createStatement();
        ResultSet sum =
            statement.executeQuery(
                "SELECT sum(r.quantity) FROM report.rollup r"
                    + " JOIN report.meter_name m ON m.id = r.meter AND m.name = 'input_tokens'"
                    + " JOIN report.dimension_set d ON d.id = r.dimension_set"
                    + " WHERE d.source_account LIKE 'account-_'")) {
      sum.next();
      return sum.getBigDecimal(1);
    }
  }
}
