package io.ledgerline.report.report.making;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.ledgerline.contracts.message.UsageBatch;
import io.ledgerline.contracts.usage.Labels;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.contracts.usage.Quantities;
import io.ledgerline.report.ledger.LedgerLine;
import io.ledgerline.report.testing.Api;
import io.ledgerline.report.testing.LedgerFixture;
import io.ledgerline.report.testing.ReportServiceTest;
import io.ledgerline.report.testing.RollupProbe;
import io.ledgerline.testkit.TestKeys;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two machines that are sampled twice an hour, at a price for core-hours that rises at noon. */
@ReportServiceTest
class CapacityRunIT {
  private static final String DAY = "2017-03-04";

  private final LedgerFixture ledger = new LedgerFixture();

  @Inject Pool database;

  @BeforeEach
  void anEmptyLedger() {
    ledger.reset();
  }

  private static LedgerLine sample(String time, String machine, String cores, boolean ended) {
    return new LedgerLine(
        Instant.parse(DAY + "T" + time + ":00Z"),
        "vms",
        UUID.randomUUID().toString(),
        "capacity-lab",
        null,
        null,
        null,
        null,
        PriceClass.NONE,
        Quantities.fromNumbers(
            Map.of("used_cores", new BigDecimal(cores), "total_cores", new BigDecimal("16"))),
        new UUID(0, 1),
        null,
        "team-a",
        null,
        null,
        Labels.NONE,
        machine,
        ended);
  }

  private static void price(String rate, String from, String to) {
    Api.admin()
        .contentType(ContentType.JSON)
        .body(
            """
            {"meter": "used_cores", "rate": "%s", "unit": "core-hour", "currency": "USD",
             "validFrom": "%s", "validTo": "%s"}"""
                .formatted(rate, DAY + from, DAY + to))
        .post("/api/v1/prices")
        .then()
        .statusCode(201);
  }

  private void recorded(List<LedgerLine> lines) {
    UsageBatch batch = ledger.record(lines);
    new RollupProbe(database).awaitApplied(batch.batchId());
  }

  private static JsonPath run() {
    String id =
        Api.admin()
            .contentType(ContentType.JSON)
            .body(
                """
                {"kind": "capacity", "formats": ["csv", "html"],
                 "period": {"type": "day", "day": "%s", "zone": "UTC"}}"""
                    .formatted(DAY))
            .post("/api/v1/report-runs")
            .then()
            .statusCode(202)
            .extract()
            .path("id");
    return Api.awaitRun(id, "COMPLETED");
  }

  private static JsonPath get(String path) {
    return Api.as(TestKeys.VIEWER).get(path).then().statusCode(200).extract().jsonPath();
  }

  @Test
  void capacityIsWeightedByTimeRatedByTheHourAndExplainedByItsSamples() {
    price("0.10", "T00:00:00Z", "T12:00:00Z");
    price("0.20", "T12:00:00Z", "T23:00:00Z");
    List<LedgerLine> lines = new ArrayList<>();
    for (int half = 20; half < 28; half++) {
      String time = "%02d:%s".formatted(half / 2, half % 2 == 0 ? "00" : "30");
      lines.add(sample(time, "vm-1", "4", false));
    }
    lines.add(sample("14:00", "vm-1", "0", true));
    lines.add(sample("11:30", "vm-2", "2", false));
    LedgerLine wrong = sample("12:00", "vm-2", "999", false);
    lines.add(wrong);
    recorded(lines);
    UsageBatch back = ledger.takeBack(List.of(wrong));
    new RollupProbe(database).awaitApplied(back.batchId());

    // vm-1: 4 cores from 10 to 14; vm-2: 2 cores from 11:30 to 12:30, then silence.
    JsonPath run = run();
    assertThat(run.getString("totals.charges")).isEqualTo("2.7");
    assertThat(run.getString("reconciliation.result")).isEqualTo("RECONCILED");
    assertThat(run.getInt("totals.unrated.reasons.'not-covered'")).isEqualTo(1);
    List<String> rows = Api.textOf(run).lines().toList();
    assertThat(rows)
        .contains(
            DAY
                + ",account,capacity-lab,,,,used_cores,core,4.5,6,6,18,2.5,11.5,"
                + "22.5,9,2.7,USD",
            DAY
                + ",resource,capacity-lab,team-a,vms,vm-1,used_cores,core,4,4,4,16,4,0,25,8,2.4,USD",
            DAY
                + ",resource,capacity-lab,team-a,vms,vm-2,used_cores,core,2,2,2,2,1,11.5,12.5,1,"
                + "0.3,USD");
    assertThat(Api.textOf(run())).isEqualTo(Api.textOf(run));

    int line = rows.indexOf(rows.stream().filter(r -> r.contains("vm-2,used")).findFirst().get());
    String lineUrl = "/api/v1/report-runs/" + run.getString("id") + "/lines/" + line;
    assertThat(get(lineUrl).getString("charge")).isEqualTo("0.3");
    assertThat(get(lineUrl).getList("charges")).hasSize(2);
    assertThat(get(lineUrl + "/events").getList("items.quantities.used_cores", String.class))
        .containsExactly("2");
  }

  @Test
  void ratingsHaveUnitHoursInPlaceOfSumsOfSamplesAndTellWhatIsNotCovered() {
    String other = "2017-05-06";
    Api.admin()
        .contentType(ContentType.JSON)
        .body(
            """
            {"meter": "tier_1_used", "rate": "0.50", "unit": "GB-hour", "currency": "USD",
             "validFrom": "%1$sT00:00:00Z", "validTo": "%1$sT23:00:00Z"}"""
                .formatted(other))
        .post("/api/v1/prices")
        .then()
        .statusCode(201);
    recorded(
        List.of(
            storage(other, "10:00", "pool", "4000000000"),
            storage(other, "10:30", "pool", "8000000000"),
            storage(other, "10:40", null, "1000000000")));

    String span = "from=" + other + "T00:00:00Z&to=" + other + "T12:00:00Z";
    JsonPath rated = get("/api/v1/ratings?" + span);
    // Half an hour of 4 GB and an hour of 8 GB.
    assertThat(rated.getString("items[0].usage.quantity")).isEqualTo("10000000000");
    assertThat(rated.getString("items[0].price.quantity")).isEqualTo("10");
    assertThat(rated.getString("items[0].billing.billed")).isEqualTo("5");
    assertThat(rated.getList("items")).hasSize(1);
    JsonPath unrated = get("/api/v1/ratings/unrated?" + span);
    assertThat(unrated.getList("items.reason", String.class))
        .containsExactlyInAnyOrder("not-covered", "not-time-weighted");
    assertThat(unrated.getString("items.find { it.reason == 'not-covered' }.quantity"))
        .isEqualTo("0.5");

    JsonPath levels = get("/api/v1/gauges?meter=tier_1_used&limit=1&at=" + other + "T10:45:00Z");
    assertThat(levels.getList("items.resource", String.class)).containsExactly("pool");
    assertThat(levels.getString("items[0].quantity")).isEqualTo("8000000000");
    assertThat(levels.getString("nextCursor")).isNull();
    assertThat(get("/api/v1/gauges?at=" + other + "T11:30:00Z").getList("items")).isEmpty();
    Api.as(TestKeys.SCOPE_A)
        .get("/api/v1/gauges?at=" + other + "T10:45:00Z")
        .then()
        .statusCode(200)
        .body("items", empty());

    Api.admin()
        .contentType(ContentType.JSON)
        .body("{\"carryForward\": \"PT15M\", \"gap\": \"zero\"}")
        .put("/api/v1/meters/tier_1_used/weighting")
        .then()
        .statusCode(200)
        .body("gap", equalTo("zero"));
    assertThat(get("/api/v1/ratings?" + span).getString("items[0].billing.billed"))
        .isEqualTo("1.5");
    assertThat(get("/api/v1/meters/tier_1_used/weighting").getString("carryForward"))
        .isEqualTo("PT15M");
    Api.admin().get("/api/v1/meters/input_tokens/weighting").then().statusCode(404);
    Api.admin()
        .contentType(ContentType.JSON)
        .body("{\"carryForward\": \"P32D\"}")
        .put("/api/v1/meters/tier_1_used/weighting")
        .then()
        .statusCode(400);
  }

  private static LedgerLine storage(String day, String time, String pool, String bytes) {
    return new LedgerLine(
        Instant.parse(day + "T" + time + ":00Z"),
        "san",
        UUID.randomUUID().toString(),
        "capacity-san",
        null,
        null,
        null,
        null,
        PriceClass.NONE,
        Quantities.fromNumbers(Map.of("tier_1_used", new BigDecimal(bytes))),
        new UUID(0, 1),
        null,
        null,
        null,
        null,
        Labels.NONE,
        pool,
        false);
  }
}
