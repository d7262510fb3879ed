package io.ledgerline.ingest.ledger.query;

import static io.ledgerline.ingest.Api.as;
import static io.ledgerline.ingest.Api.event;
import static io.ledgerline.ingest.Api.newSource;
import static io.ledgerline.ingest.Api.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.ledgerline.ingest.IngestTest;
import io.ledgerline.ingest.TestDays;
import io.ledgerline.testkit.TestKeys;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@IngestTest
class HourlyTotalsIT {
  /** A day that no other test writes to. */
  private final Instant day = TestDays.next(5);

  private final String account = UUID.randomUUID().toString();
  private final String source = newSource();

  @Inject Pool database;

  @BeforeEach
  void hoursAreWritten() {
    post("[%s,%s,%s,%s]"
            .formatted(
                mine("1", day.plusSeconds(10), "5"),
                mine("2", day.plusSeconds(3599), "0.25"),
                mine("3", day.plusSeconds(3600), "7"),
                mine("4", day.plusSeconds(86_400 * 3), "100")))
        .statusCode(200)
        .body("counts.recorded", equalTo(4));
  }

  private String mine(String id, Instant time, String tokens) {
    return event(source, id, time.toString(), tokens).replace("123456789012", account);
  }

  private List<JsonPath> hours(Instant from, Instant to) {
    long watermark =
        as(TestKeys.SERVICE).get("/api/v1/ledger/watermark").jsonPath().getLong("watermark");
    return Ndjson.lines(
            as(TestKeys.SERVICE)
                .queryParam("from", from.toString())
                .queryParam("to", to.toString())
                .queryParam("watermark", watermark)
                .get("/api/v1/ledger/hourly-totals"))
        .stream()
        .filter(line -> line.getString("sourceAccount").equals(account))
        .toList();
  }

  private static String sides(JsonPath line) {
    return "%s %s %s/%s/%s"
        .formatted(
            line.getString("hour").substring(11, 13),
            line.getString("meter"),
            line.getString("accepted"),
            line.getString("inLedger"),
            line.getString("published"));
  }

  private void awaitPublished() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                hours(day, day.plus(Duration.ofDays(4))).stream()
                    .allMatch(
                        line -> line.getString("published").equals(line.getString("inLedger"))));
  }

  @Test
  void everyHourSaysWhatWasAcceptedWhatTheRowsSayAndWhatWasPublished() {
    awaitPublished();

    assertThat(hours(day, day.plus(Duration.ofDays(4))).stream().map(HourlyTotalsIT::sides))
        .containsExactly(
            "00 null 2/2/2",
            "00 input_tokens 5.25/5.25/5.25",
            "00 requests 2/2/2",
            "01 null 1/1/1",
            "01 input_tokens 7/7/7",
            "01 requests 1/1/1",
            "00 null 1/1/1",
            "00 input_tokens 100/100/100",
            "00 requests 1/1/1");
  }

  @Test
  void aSpanMayCutAnHourAtAQuarter() {
    awaitPublished();

    assertThat(
            hours(day.plusSeconds(2700), day.plusSeconds(4500)).stream().map(HourlyTotalsIT::sides))
        .containsExactly(
            "00 null 1/1/1",
            "00 input_tokens 0.25/0.25/0.25",
            "00 requests 1/1/1",
            "01 null 1/1/1",
            "01 input_tokens 7/7/7",
            "01 requests 1/1/1");
  }

  @Test
  void aRowThatWasChangedOrRemovedIsSeenBesideWhatWasAccepted() {
    awaitPublished();
    database
        .preparedQuery(
            "UPDATE ledger_event SET quantities = '6,1' WHERE charge_time = $1 AND id_text = '1'")
        .execute(Tuple.of(day.plusSeconds(10).atOffset(java.time.ZoneOffset.UTC)))
        .await()
        .indefinitely();
    database
        .preparedQuery("DELETE FROM ledger_event WHERE charge_time = $1 AND id_text = '3'")
        .execute(Tuple.of(day.plusSeconds(3600).atOffset(java.time.ZoneOffset.UTC)))
        .await()
        .indefinitely();

    assertThat(hours(day, day.plusSeconds(7200)).stream().map(HourlyTotalsIT::sides))
        .containsExactly(
            "00 null 2/2/2",
            "00 input_tokens 5.25/6.25/6.25",
            "00 requests 2/2/2",
            "01 null 1/0/0",
            "01 input_tokens 7/0/0",
            "01 requests 1/0/0");
  }

  @Test
  void aSpanMustLieOnQuarterHours() {
    as(TestKeys.SERVICE)
        .queryParam("from", day.plusSeconds(1).toString())
        .queryParam("to", day.plusSeconds(3600).toString())
        .queryParam("watermark", 1)
        .get("/api/v1/ledger/hourly-totals")
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("not-a-quarter-hour"));
  }

  @Test
  void twoCenturiesWithoutUsageAreAnEndLineSoon() {
    as(TestKeys.OTHER_TENANT)
        .queryParam("from", "2100-01-01T00:00:00Z")
        .queryParam("to", "2199-01-01T00:00:00Z")
        .queryParam("watermark", 1)
        .get("/api/v1/ledger/hourly-totals")
        .then()
        .statusCode(200)
        .body(equalTo("{\"end\":true,\"count\":0}\n"));
  }
}
