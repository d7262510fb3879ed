package io.ledgerline.report.allocation.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

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
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReportServiceTest
class AllocationIT {
  private static final String RULES = "/api/v1/allocation-rules";
  private static final String COSTS = "/api/v1/provider-costs";

  /** Each test has a month and a provider of its own, far from those of other tests. */
  private static final AtomicInteger MONTHS = new AtomicInteger(0);

  private final LedgerFixture ledger = new LedgerFixture();
  private final YearMonth month = YearMonth.parse("2005-01").plusMonths(MONTHS.getAndIncrement());
  private final String provider = "allocation-it-" + month;
  private final String pool = "provider:" + provider;

  @Inject Pool database;

  @BeforeEach
  void anEmptyLedger() {
    ledger.reset();
  }

  @Test
  void aProvidersInvoiceIsBilledByMarkupAndShareOfUsage() {
    applied(used("3141-5926-5359", 300), used("other", 900));
    cost("200.00").statusCode(201).body("provider", equalTo(provider));
    post("/api/v1/markups", "{\"provider\": \"%s\", \"factor\": \"1.251250\"}".formatted(provider))
        .statusCode(201);
    rule("""
            {"pool": "%s", "method": "by-usage", "every": "source-account",
             "meters": ["input_tokens"]}"""
            .formatted(pool))
        .statusCode(201);

    JsonPath preview = preview(null);
    String found = "pools.find { it.pool == '" + pool + "' }.";

    assertThat(preview.getString(found + "invoice.total")).isEqualTo("200");
    assertThat(preview.getString(found + "amount.decimal")).isEqualTo("250.25");
    assertThat(preview.getString(found + "spread")).isEqualTo("250.25");
    assertThat(preview.getString(found + "remainder.numerator")).isEqualTo("0");
    assertThat(preview.getList(found + "lines.target"))
        .containsExactly("source-account:3141-5926-5359", "source-account:other");
    assertThat(preview.getString(found + "lines[0].share.denominator")).isEqualTo("4");
    assertThat(preview.getString(found + "lines[0].method")).isEqualTo("by-usage");
    assertThat(preview.getList(found + "lines.amount")).containsExactly("62.56", "187.69");
    assertThat(preview.getString(found + "lines[0].exact.decimal")).isEqualTo("62.5625");
    assertThat(preview.getString(found + "lines[0].factor.decimal")).isEqualTo("1.25125");
  }

  @Test
  void aCorrectedInvoiceIsSeenByWhoKnowsOfIt() {
    cost("100").statusCode(201);
    String before = preview(null).getString("knownAt");
    cost("100").statusCode(200);
    cost("90").statusCode(201);
    String found = "pools.find { it.pool == '" + pool + "' }.";

    assertThat(preview(before).getString(found + "amount.decimal")).isEqualTo("100");
    assertThat(preview(null).getString(found + "amount.decimal")).isEqualTo("90");
    assertThat(preview(null).getString(found + "unspread")).isEqualTo("no-rule");
    assertThat(listed(COSTS + "?current=true&provider=" + provider).getList("items.total"))
        .containsExactly("90");
    assertThat(listed(COSTS + "?provider=" + provider).getList("items")).hasSize(2);

    post(
            COSTS + "/withdrawals",
            """
            {"match": {"provider": "%s", "month": "%s", "currency": "USD"}}"""
                .formatted(provider, month))
        .statusCode(201);

    assertThat(preview(null).getString("pools.find { it.pool == '" + pool + "' }")).isNull();
  }

  @Test
  void rulesAreListedWithdrawnAndRefused() {
    String centre = "cost-centre:it-" + month;
    List.of("it-" + month, "r-" + month).forEach(AllocationIT::centre);
    rule("""
            {"pool": "%s", "method": "fixed", "order": 3, "weights": "percent", "currency": "USD",
             "targets": [{"target": "cost-centre:r-%s", "weight": "60", "minimum": 5},
                         {"target": "workspace:a/w", "weight": "40"}]}"""
            .formatted(centre, month))
        .statusCode(201)
        .body("targets[0].minimum", equalTo("5"), "method", equalTo("fixed"));
    rule("""
            {"pool": "unallocated", "method": "even", "order": 3, "targets": [{"target": "%s"}]}"""
            .formatted(centre))
        .statusCode(400)
        .body("errors.code", hasItem("allocation-order"));
    rule("""
            {"pool": "unallocated", "method": "even",
             "targets": [{"target": "cost-centre:nowhere-%s"}]}"""
            .formatted(month))
        .statusCode(400)
        .body("errors.code", hasItem("unknown-cost-centre"));
    rule("""
            {"pool": "%s", "method": "even", "targets": [{"target": "%s"}]}"""
            .formatted(centre, centre))
        .statusCode(400)
        .body("errors.code", hasItem("allocation-cycle"));
    rule("{\"pool\": \"unallocated\", \"method\": \"magic\"}")
        .statusCode(400)
        .body("errors.field", hasItem("method"));
    JsonPath found = listed(RULES + "?target=workspace:a/w&pool=" + centre);
    assertThat(found.getList("items.pool")).containsExactly(centre);

    String bearerGoes = "{\"match\": {\"code\": \"r-%s\"}}".formatted(month);
    post("/api/v1/cost-centres/withdrawals", bearerGoes)
        .statusCode(400)
        .body("errors.code", hasItem("cost-centre-in-use"));

    post(RULES + "/withdrawals", "{\"id\": \"%s\"}".formatted(found.getString("items[0].id")))
        .statusCode(201)
        .body("changed", equalTo(true));

    assertThat(listed(RULES + "?current=true&pool=" + centre).getList("items")).isEmpty();
    post("/api/v1/cost-centres/withdrawals", bearerGoes).statusCode(201);
  }

  @Test
  void tablesAreTriedAndThenImportedOnce() {
    centre("csv-" + month);
    String table =
        "pool,method,order,share:workspace:x/y\ncost-centre:csv-%s,fixed,1,1\n".formatted(month);
    bring(RULES, table, true).statusCode(200).body("added", equalTo(1));
    bring(RULES, table, false).statusCode(200).body("added", equalTo(1));
    bring(RULES, table, false).statusCode(200).body("added", equalTo(0), "unchanged", equalTo(1));
    String costs = "provider,month,currency,total\n%s,%s,USD,1\n".formatted(provider, month);
    bring(COSTS, costs, false).statusCode(200).body("added", equalTo(1));
    bring(COSTS, costs, false).statusCode(200).body("unchanged", equalTo(1));
  }

  @Test
  void viewersChangeNothing() {
    Api.as(TestKeys.VIEWER)
        .contentType(ContentType.JSON)
        .body("{\"pool\": \"unallocated\", \"method\": \"even\", \"every\": \"workspace\"}")
        .post(RULES)
        .then()
        .statusCode(403);
  }

  private LedgerLine used(String account, int tokens) {
    return new LedgerLine(
        Instant.parse(month + "-10T08:00:00Z"),
        "gateway",
        UUID.randomUUID().toString(),
        account,
        "alice",
        provider,
        "gpt-4",
        "eu-west-1",
        PriceClass.NONE,
        Quantities.of(Map.of(MeterName.INPUT_TOKENS, Quantity.of(tokens))),
        new UUID(0, 1));
  }

  private void applied(LedgerLine... lines) {
    UsageBatch batch = ledger.record(List.of(lines));
    new RollupProbe(database).awaitApplied(batch.batchId());
  }

  private ValidatableResponse cost(String total) {
    return post(
        COSTS,
        """
        {"provider": "%s", "month": "%s", "currency": "USD", "total": "%s"}"""
            .formatted(provider, month, total));
  }

  private static void centre(String code) {
    post(
            "/api/v1/cost-centres",
            "{\"code\": \"%s\", \"name\": \"%s\", \"billingCurrency\": \"USD\"}"
                .formatted(code, code))
        .statusCode(201);
  }

  private static ValidatableResponse rule(String body) {
    return post(RULES, body);
  }

  private static ValidatableResponse post(String path, String body) {
    return Api.admin().contentType(ContentType.JSON).body(body).post(path).then();
  }

  private static ValidatableResponse bring(String path, String table, boolean dryRun) {
    return Api.admin()
        .contentType("text/csv")
        .body(table)
        .post(path + "/imports?dryRun=" + dryRun)
        .then();
  }

  private static JsonPath listed(String path) {
    return Api.as(TestKeys.VIEWER).get(path).then().statusCode(200).extract().jsonPath();
  }

  private JsonPath preview(String knownAt) {
    return Api.as(TestKeys.VIEWER)
        .contentType(ContentType.JSON)
        .body(
            """
            {"from": "%s-01T00:00:00Z", "to": "%s-01T00:00:00Z", "knownAt": %s}"""
                .formatted(
                    month, month.plusMonths(1), knownAt == null ? null : '"' + knownAt + '"'))
        .post("/api/v1/allocations/preview")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }
}
