package io.ledgerline.report.rating.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.ledgerline.contracts.message.UsageBatch;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.contracts.usage.Quantities;
import io.ledgerline.contracts.usage.Quantity;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ReportServiceTest
class RatingResourceIT {
  /** Each test has a day and a model of its own, far from those of other tests. */
  private static final AtomicInteger DAYS = new AtomicInteger(0);

  private final LedgerFixture ledger = new LedgerFixture();
  private final LocalDate day = LocalDate.parse("2020-03-01").plusDays(DAYS.getAndIncrement());
  private final String model = "rating-it.model-" + day;

  @Inject Pool database;

  @BeforeEach
  void anEmptyLedger() {
    ledger.reset();
  }

  private LedgerLine event(String time, String account, String ofModel, int tokens) {
    return new LedgerLine(
        Instant.parse(day + "T" + time + "Z"),
        "gateway",
        UUID.randomUUID().toString(),
        account,
        "alice",
        "aws.bedrock",
        ofModel,
        "eu-west-1",
        PriceClass.NONE,
        Quantities.of(
            Map.of(MeterName.INPUT_TOKENS, Quantity.of(tokens), MeterName.REQUESTS, Quantity.ONE)),
        new UUID(0, 1));
  }

  private void applied(LedgerLine... lines) {
    UsageBatch batch = ledger.record(List.of(lines));
    new RollupProbe(database).awaitApplied(batch.batchId());
  }

  /** A price of a thousand input tokens. */
  private void price(String rate) {
    Api.admin()
        .contentType("text/csv")
        .body("modelName,inputTokenPrice,outputTokenPrice\n%s,%s,0.002\n".formatted(model, rate))
        .post("/api/v1/prices/imports")
        .then()
        .statusCode(200);
  }

  private JsonPath get(String path) {
    return Api.as(TestKeys.VIEWER)
        .queryParam("from", day + "T00:00:00Z")
        .queryParam("to", day.plusDays(1) + "T00:00:00Z")
        .get(path)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private JsonPath preview(String knownAt) {
    return Api.as(TestKeys.VIEWER)
        .contentType(ContentType.JSON)
        .body(
            """
            {"from": "%sT00:00:00Z", "to": "%sT00:00:00Z", "knownAt": %s}"""
                .formatted(day, day.plusDays(1), knownAt == null ? "null" : "\"" + knownAt + "\""))
        .post("/api/v1/ratings/preview")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  @Test
  void linesOfQuarterHoursAreFoldedAndSayWhatTheyRestOn() {
    price("0.001");
    applied(
        event("08:01:00", "a", model, 1000),
        event("08:02:00", "a", model, 500),
        event("20:59:00", "a", model, 250),
        event("09:00:00", "b", model, 100));
    JsonPath page = get("/api/v1/ratings");
    assertThat(page.getList("items")).hasSize(2);
    assertThat(page.getList("items.usage.sourceAccount")).containsExactlyInAnyOrder("a", "b");
    JsonPath line = get("/api/v1/ratings?model=" + model);
    int a = line.getList("items.usage.sourceAccount").indexOf("a");
    String at = "items[" + a + "].";
    assertThat(line.getString(at + "usage.quantity")).isEqualTo("1750");
    assertThat(line.getInt(at + "usage.events")).isEqualTo(3);
    assertThat(line.getString(at + "from")).isEqualTo(day + "T08:00:00Z");
    assertThat(line.getString(at + "to")).isEqualTo(day + "T21:00:00Z");
    assertThat(line.getString(at + "billing.billed")).isEqualTo("0.00175");
    assertThat(line.getString(at + "costCentre")).isEqualTo("suspense");
    assertThat(line.getString(at + "price.quantity")).isEqualTo("1.75");
    assertThat(line.getString(at + "price.tariff.rateType")).isEqualTo("flat");
    assertThat(line.getString(at + "price.id")).isNotNull();
  }

  private static JsonPath agree(String path, String body) {
    return Api.admin()
        .contentType(ContentType.JSON)
        .body(body)
        .post("/api/v1/" + path)
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  @Test
  void whatWasAgreedShowsOnTheLine() {
    price("0.001");
    String account = "agreed-" + day;
    applied(event("08:01:00", account, model, 1_000_000));
    String discount =
        agree(
                "discounts",
                """
                {"sourceAccount": "%s", "model": "%s", "percent": 10}"""
                    .formatted(account, model))
            .getString("id");
    // Of two things, so that it contends with no other test's.
    agree(
        "markups",
        """
        {"model": "%s", "provider": "aws.bedrock", "factor": "1.251250"}"""
            .formatted(model));
    JsonPath line = get("/api/v1/ratings?model=" + model);
    assertThat(line.getString("items[0].billing.billed")).isEqualTo("1.126125");
    assertThat(line.getString("items[0].discount.id")).isEqualTo(discount);
    String contract =
        agree(
                "contract-prices",
                """
                {"match": {"sourceAccount": "%s", "model": "%s", "meter": "input_tokens"},
                 "price": "0.0005", "per": 1000, "unit": "token", "currency": "USD"}"""
                    .formatted(account, model))
            .getString("id");
    JsonPath later = get("/api/v1/ratings?model=" + model);
    assertThat(later.getString("items[0].billing.billed")).isEqualTo("0.625625");
    assertThat(later.getString("items[0].contract.id")).isEqualTo(contract);
    assertThat(later.getString("items[0].discount")).isNull();
    JsonPath asItWas =
        get("/api/v1/ratings?model=" + model + "&knownAt=" + line.getString("knownAt"));
    assertThat(asItWas.getString("items[0].billing.billed")).isEqualTo("1.126125");
  }

  @Test
  void pagesTogetherAreAllLinesOnceByTheBooksOfTheFirst() {
    price("0.001");
    List<LedgerLine> events = new ArrayList<>();
    for (int account = 0; account < 7; account++) {
      events.add(event("08:01:00", "account-" + account, model, 1000));
    }
    applied(events.toArray(LedgerLine[]::new));
    List<String> accounts = new ArrayList<>();
    List<String> billed = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      JsonPath page = get("/api/v1/ratings?limit=3" + cursor);
      accounts.addAll(page.getList("items.usage.sourceAccount"));
      billed.addAll(page.getList("items.billing.billed"));
      String next = page.getString("nextCursor");
      cursor = next == null ? null : "&cursor=" + next;
      price("0.009");
    }
    assertThat(accounts).hasSize(7).doesNotHaveDuplicates();
    assertThat(billed).containsOnly("0.001");
  }

  @Test
  void whatHasNoPriceIsListedWithTheReasonAndNotAmongTheLines() {
    applied(event("08:01:00", "a", model + "-x", 12), event("10:01:00", "b", model + "-x", 30));
    assertThat(get("/api/v1/ratings").getList("items")).isEmpty();
    JsonPath page = get("/api/v1/ratings/unrated");
    assertThat(page.getList("items")).hasSize(1);
    assertThat(page.getString("items[0].reason")).isEqualTo("unknown-model");
    assertThat(page.getString("items[0].model")).isEqualTo(model + "-x");
    assertThat(page.getString("items[0].meter")).isEqualTo("input_tokens");
    assertThat(page.getString("items[0].quantity")).isEqualTo("42");
    assertThat(page.getInt("items[0].events")).isEqualTo(2);
    assertThat(page.getString("items[0].from")).isEqualTo(day + "T08:00:00Z");
    assertThat(page.getString("items[0].to")).isEqualTo(day + "T10:15:00Z");
  }

  @Test
  void aCorrectedPriceIsTheDifferenceToWhatWasKnownBefore() {
    price("0.001");
    applied(event("08:01:00", "a", model, 2000));
    String before = get("/api/v1/ratings").getString("knownAt");
    price("0.004");
    JsonPath preview = preview(before);
    assertThat(preview.getList("totals")).hasSize(1);
    assertThat(preview.getString("totals[0].currency")).isEqualTo("USD");
    assertThat(preview.getString("totals[0].current.billed")).isEqualTo("0.008");
    assertThat(preview.getString("totals[0].preview.billed")).isEqualTo("0.002");
    assertThat(preview.getString("totals[0].difference.billed")).isEqualTo("-0.006");
    assertThat(preview.getString("byCostCentreAndModel[0].model")).isEqualTo(model);
    assertThat(preview.getString("byCostCentreAndModel[0].costCentre")).isEqualTo("suspense");
    assertThat(preview(null).getString("totals[0].difference.billed")).isEqualTo("0");
  }

  private io.restassured.response.ValidatableResponse preview(String prices, String rates) {
    return Api.as(TestKeys.VIEWER)
        .contentType(ContentType.JSON)
        .body(
            """
            {"from": "%sT00:00:00Z", "to": "%sT00:00:00Z", "prices": [%s], "exchangeRates": [%s]}"""
                .formatted(day, day.plusDays(1), prices, rates))
        .post("/api/v1/ratings/preview")
        .then();
  }

  @Test
  void pricesMayBeTriedOutAndAreNotLaidDown() {
    price("0.001");
    applied(event("08:01:00", "a", model, 2000), event("09:01:00", "a", model, 2000));
    String draft =
        """
        {"provider": "aws.bedrock", "model": "%s", "meter": "input_tokens", "rate": "0.002",
         "per": 1000, "unit": "token", "currency": "USD", "validFrom": "%sT09:00:00Z"}"""
            .formatted(model, day);
    JsonPath tried = preview(draft, "").statusCode(200).extract().jsonPath();
    assertThat(tried.getString("totals[0].current.billed")).isEqualTo("0.004");
    assertThat(tried.getString("totals[0].preview.billed")).isEqualTo("0.006");
    assertThat(preview(null).getString("totals[0].current.billed")).isEqualTo("0.004");
  }

  @Test
  void aDiscountMayBeTriedOut() {
    price("0.001");
    String account = "tried-" + day;
    applied(event("08:01:00", account, model, 2000));
    JsonPath tried =
        preview(
                "",
                "], \"discounts\": [{\"sourceAccount\": \"%s\", \"percent\": 50}"
                    .formatted(account))
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(tried.getString("totals[0].preview.list")).isEqualTo("0.002");
    assertThat(tried.getString("totals[0].preview.billed")).isEqualTo("0.001");
    assertThat(tried.getString("totals[0].difference.billed")).isEqualTo("-0.001");
  }

  @Test
  void aDraftThatTheBookWouldRefuseIsRefused() {
    String draft =
        """
        {"model": "%s", "meter": "input_tokens", "rate": "%s", "unit": "token",
         "currency": "%s"}""";
    preview(draft.formatted(model, "-1", "USD"), "")
        .statusCode(400)
        .body("errors[0].code", equalTo("negative-price"))
        .body("errors[0].field", equalTo("prices[0].rate"));
    preview(draft.formatted(model, "1", "ABC"), "")
        .statusCode(400)
        .body("errors[0].field", equalTo("prices[0].currency"));
    preview("", "{\"from\": \"EUR\", \"to\": \"USD\", \"rate\": 0, \"month\": \"2020-03\"}")
        .statusCode(400);
  }

  @Test
  void draftsThatContradictEachOtherAreRefused() {
    String draft =
        """
        {"model": "%s", "meter": "output_tokens", "rate": "%s", "unit": "token",
         "currency": "USD"}""";
    Api.admin()
        .contentType("application/json")
        .body(
            """
            {"from": "2025-01-01T00:00:00Z", "to": "2025-01-02T00:00:00Z", "prices": [%s, %s]}"""
                .formatted(draft.formatted(model, "1"), draft.formatted(model, "2")))
        .post("/api/v1/ratings/preview")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("entries[1]"))
        .body("errors[0].code", equalTo("duplicate-entry"));
  }

  @Test
  void whatHadNoPriceThenIsUnratedThen() {
    applied(event("08:01:00", "a", model, 2000));
    String before = get("/api/v1/ratings").getString("knownAt");
    price("0.004");
    JsonPath preview = preview(before);
    assertThat(preview.getString("totals[0].current.billed")).isEqualTo("0.008");
    assertThat(preview.getString("totals[0].preview.billed")).isEqualTo("0");
    assertThat(preview.getList("unrated.current")).isEmpty();
    assertThat(preview.getString("unrated.preview[0].quantity")).isEqualTo("2000");
  }

  @ParameterizedTest
  @CsvSource({
    "2020-01-01T00:00:00Z, 2020-01-01T00:00:00Z, period-empty",
    "2020-01-01T00:00:00Z, 2021-03-01T00:00:00Z, period-too-long",
    "2020-01-01T00:01:00Z, 2020-01-02T00:00:00Z, not-a-quarter-hour",
    "-999999999-01-01T00:00:00Z, -999999998-01-01T00:00:00Z, out-of-range",
    "yesterday, 2020-01-02T00:00:00Z, not-an-instant",
    ", 2020-01-02T00:00:00Z, missing"
  })
  void aPeriodThatCannotBeRatedIsRefused(String from, String to, String code) {
    var call = Api.as(TestKeys.VIEWER).queryParam("to", to);
    (from == null ? call : call.queryParam("from", from))
        .get("/api/v1/ratings")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors[0].code", equalTo(code));
  }

  @Test
  void whatIsYetToBeLearntCannotBeToldAndSendersMayNotAsk() {
    Api.as(TestKeys.VIEWER)
        .contentType(ContentType.JSON)
        .body(
            """
            {"from": "2020-01-01T00:00:00Z", "to": "2020-01-02T00:00:00Z",
             "knownAt": "2999-01-01T00:00:00Z"}""")
        .post("/api/v1/ratings/preview")
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("in-the-future"));
    Api.as(TestKeys.INGEST).get("/api/v1/ratings").then().statusCode(403);
  }
}
