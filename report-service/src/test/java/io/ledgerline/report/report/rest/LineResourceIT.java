package io.ledgerline.report.report.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.contracts.usage.Quantities;
import io.ledgerline.contracts.usage.Quantity;
import io.ledgerline.report.ledger.LedgerLine;
import io.ledgerline.report.report.LineIndex;
import io.ledgerline.report.report.dailyusage.BedrockSamples;
import io.ledgerline.report.testing.Api;
import io.ledgerline.report.testing.LedgerFixture;
import io.ledgerline.report.testing.ReportServiceTest;
import io.ledgerline.testkit.TestKeys;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReportServiceTest
class LineResourceIT {
  private static final String HAIKU = "anthropic.claude-3-haiku-20240307-v1:0";

  private final LedgerFixture ledger = new LedgerFixture();

  @BeforeEach
  void anEmptyLedger() {
    ledger.reset();
  }

  private static JsonPath get(String path) {
    return Api.as(TestKeys.VIEWER).get(path).then().statusCode(200).extract().jsonPath();
  }

  private static String linePath(JsonPath run, long line) {
    return "/api/v1/report-runs/" + run.getString("id") + "/lines/" + line;
  }

  private static LedgerLine event(String id, String time, String model, int tokens) {
    return new LedgerLine(
        Instant.parse(time),
        "gateway",
        id,
        "acct",
        "alice",
        "aws.bedrock",
        model,
        "eu-west-1",
        PriceClass.NONE,
        Quantities.of(Map.of(MeterName.INPUT_TOKENS, Quantity.of(tokens))),
        new UUID(0, 1));
  }

  @Test
  void aBrowserGetsAPageAndAllOthersJson() {
    ledger.record(BedrockSamples.ledger());
    JsonPath run = Api.runOfDay("2024-05-25");
    String browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    String page =
        Api.as(TestKeys.VIEWER)
            .accept(browser)
            .get(linePath(run, 1))
            .then()
            .statusCode(200)
            .contentType("text/html")
            .extract()
            .asString();
    JsonPath line = get(linePath(run, 1));
    assertThat(page)
        .startsWith("<!doctype html>")
        .contains(
            line.getString("charges[0].priceId"),
            line.getString("charge"),
            run.getString("id"),
            get(line.getString("eventsUrl")).getString("items[0].id"),
            "Attribution rule");
    for (String accept : List.of("*/*", "application/json")) {
      Api.as(TestKeys.VIEWER)
          .accept(accept)
          .get(linePath(run, 1))
          .then()
          .contentType("application/json");
    }
    String rollups = line.getString("ratingsUrl");
    assertThat(rollups).startsWith("/api/v1/ratings?from=2024-05-25T");
    assertThat(
            Api.as(TestKeys.VIEWER)
                .urlEncodingEnabled(false)
                .get(rollups)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items"))
        .isNotEmpty();
    Api.as(TestKeys.VIEWER).accept(browser).get(linePath(run, 1_000)).then().statusCode(404);
  }

  @Test
  void everyLineOfFurtherTablesLeadsToItsEventsAndRollups() {
    ledger.record(BedrockSamples.ledger());
    JsonPath run = Api.runOfDay("2024-05-25");
    JsonPath all = get(linePath(run, 1) + "?table=totals");
    assertThat(all.getString("cells.Total_of")).isEqualTo("all");
    assertThat(all.getString("charge")).isEqualTo(run.getString("totals.charges"));
    JsonPath events = get(all.getString("eventsUrl"));
    assertThat(events.getList("items")).hasSize(Integer.parseInt(all.getString("cells.Events")));
    JsonPath rollups = get(all.getString("rollupsUrl") + "&limit=1000");
    java.math.BigDecimal tokens = java.math.BigDecimal.ZERO;
    for (Map<String, String> rollup : rollups.<Map<String, String>>getList("items")) {
      if (rollup.get("meter").equals("input_tokens")) {
        tokens = tokens.add(new java.math.BigDecimal(rollup.get("quantity")));
      }
    }
    assertThat(tokens).isEqualByComparingTo(all.getString("cells.Input_token_count"));
    JsonPath first = get(all.getString("rollupsUrl") + "&limit=1");
    JsonPath second =
        get(all.getString("rollupsUrl") + "&limit=1&cursor=" + first.getString("nextCursor"));
    assertThat(second.getMap("items[0]")).isEqualTo(rollups.getMap("items[1]"));
    get(linePath(run, 1) + "?table=principals");
    Api.as(TestKeys.VIEWER).get(linePath(run, 99) + "?table=totals").then().statusCode(404);
    Api.as(TestKeys.VIEWER)
        .get(linePath(run, 1) + "?table=users")
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("unknown-table"));
  }

  @Test
  void everyLineOfTheArtifactIsExplainedAsItStandsThereByItsOneEvent() {
    List<LedgerLine> samples = BedrockSamples.ledger();
    ledger.record(samples);
    JsonPath run = Api.runOfDay("2024-05-25");
    List<String> rows = Api.textOf(run).lines().skip(1).toList();
    List<String> explained = new ArrayList<>();
    for (int line = 1; line <= rows.size(); line++) {
      JsonPath shown = get(linePath(run, line));
      explained.add(String.join(",", shown.<String, String>getMap("cells").values()));
      JsonPath events = get(shown.getString("eventsUrl"));
      assertThat(events.getList("items")).hasSize(1);
      assertThat(events.getString("nextCursor")).isNull();
      assertThat(events.getString("items[0].sourceAccount"))
          .isEqualTo(shown.getString("cells.Account_ID"));
    }
    assertThat(explained).containsExactlyElementsOf(rows);
  }

  @Test
  void aLineNamesItsPricesAndWhatHasNone() {
    ledger.record(
        List.of(
            event("a", "2021-06-01T08:00:00Z", HAIKU, 1500),
            event("b", "2021-06-01T09:00:00Z", "somebody.new-model", 12)));
    JsonPath run = Api.runOfDay("2021-06-01");
    JsonPath priced = get(linePath(run, 1));
    assertThat(priced.getString("charge")).isEqualTo("0.000375");
    assertThat(priced.getString("currency")).isEqualTo("USD");
    assertThat(priced.getString("charges[0].meter")).isEqualTo("input_tokens");
    assertThat(priced.getString("charges[0].quantity")).isEqualTo("1500");
    assertThat(priced.getString("charges[0].rate")).isEqualTo("0.00025");
    assertThat(priced.getInt("charges[0].per")).isEqualTo(1000);
    assertThat(priced.getString("priceBookAt")).isEqualTo(run.getString("priceBookAt"));
    assertThat(priced.getLong("watermark")).isEqualTo(run.getLong("watermark"));
    JsonPath unpriced = get(linePath(run, 2));
    assertThat(unpriced.getString("charge")).isEqualTo("0");
    assertThat(unpriced.getList("charges")).isEmpty();
    assertThat(unpriced.getString("unrated.input_tokens")).isEqualTo("12");
  }

  @Test
  void aLineFarBehindIsFoundFromTheMarkBeforeItEvenAmongEqualTimes() {
    List<LedgerLine> many = new ArrayList<>();
    int count = 2 * LineIndex.LINES + 300;
    for (int i = 0; i < count; i++) {
      // Fifty events at each second, so that marks stand in the middle of equal times.
      String time = Instant.parse("2021-06-02T00:00:00Z").plusSeconds(i / 50).toString();
      many.add(event("e-%05d".formatted(i), time, HAIKU, i + 1));
      if (i % 3 == 0) {
        many.add(event("none-%05d".formatted(i), time, HAIKU, 0));
      }
    }
    ledger.record(many.subList(0, many.size() / 2));
    ledger.record(many.subList(many.size() / 2, many.size()));
    JsonPath run = Api.runOfDay("2021-06-02");
    assertThat(run.getInt("totals.rows")).isEqualTo(count);
    for (int line : new int[] {1, 2, 999, 1000, 1001, 1002, 2001, count}) {
      JsonPath events = get(linePath(run, line) + "/events");
      assertThat(events.getList("items.id"))
          .as("line " + line)
          .containsExactly("e-%05d".formatted(line - 1));
      assertThat(get(linePath(run, line)).getString("cells.Input_token_count"))
          .isEqualTo(String.valueOf(line));
    }
  }

  @Test
  void laterUsageAndWhatIsTakenBackDoNotChangeWhatALineSays() {
    LedgerLine second = event("second", "2021-06-03T08:00:01Z", HAIKU, 20);
    ledger.record(List.of(event("first", "2021-06-03T08:00:00Z", HAIKU, 10), second));
    JsonPath run = Api.runOfDay("2021-06-03");
    ledger.record(List.of(event("before", "2021-06-03T07:00:00Z", HAIKU, 30)));
    ledger.takeBack(List.of(second));
    assertThat(get(linePath(run, 1) + "/events").getList("items.id")).containsExactly("first");
    assertThat(get(linePath(run, 2) + "/events").getList("items.id")).containsExactly("second");
    assertThat(get(linePath(run, 2)).getString("cells.Input_token_count")).isEqualTo("20");
    JsonPath again = Api.runOfDay("2021-06-03");
    assertThat(get(linePath(again, 1) + "/events").getList("items.id")).containsExactly("before");
    assertThat(get(linePath(again, 2) + "/events").getList("items.id")).containsExactly("first");
  }

  @Test
  void aLineThatIsNotThereIsNotFound() {
    ledger.record(List.of(event("a", "2021-06-04T08:00:00Z", HAIKU, 10)));
    JsonPath run = Api.runOfDay("2021-06-04");
    for (String path :
        List.of(
            linePath(run, 0),
            linePath(run, 2),
            linePath(run, 2) + "/events",
            linePath(run, -1),
            "/api/v1/report-runs/" + UUID.randomUUID() + "/lines/1")) {
      Api.as(TestKeys.VIEWER)
          .get(path)
          .then()
          .statusCode(404)
          .contentType("application/problem+json")
          .body("code", equalTo("not-found"));
    }
    Api.as(TestKeys.VIEWER).get(linePath(run, 1) + "/events?cursor=x").then().statusCode(400);
    Api.as(TestKeys.VIEWER)
        .get("/api/v1/report-runs/" + run.getString("id") + "/lines/first")
        .then()
        .statusCode(400);
  }

  @Test
  void aRunThatIsNotMadeHasNoLines() {
    ledger.answerWith(403);
    JsonPath run =
        Api.awaitRun(
            Api.askForRun("{\"type\":\"day\",\"day\":\"2021-06-05\",\"zone\":\"UTC\"}"), "FAILED");
    Api.as(TestKeys.VIEWER).get(linePath(run, 1)).then().statusCode(404);
  }

  @Test
  void aLedgerThatIsAwayIsSaidSo() {
    ledger.record(List.of(event("a", "2021-06-06T08:00:00Z", HAIKU, 10)));
    JsonPath run = Api.runOfDay("2021-06-06");
    ledger.answerWith(503);
    Api.as(TestKeys.VIEWER).get(linePath(run, 1)).then().statusCode(503);
  }

  @Test
  void rolesAndTenantsDecide() {
    ledger.record(List.of(event("a", "2021-06-07T08:00:00Z", HAIKU, 10)));
    String path = linePath(Api.runOfDay("2021-06-07"), 1);
    RestAssured.get(path).then().statusCode(401);
    Api.as(TestKeys.INGEST).get(path).then().statusCode(403);
    Api.as(TestKeys.OTHER_TENANT).get(path).then().statusCode(404);
    Api.as(TestKeys.BILLING_ADMIN).get(path + "/events").then().statusCode(200);
  }
}
