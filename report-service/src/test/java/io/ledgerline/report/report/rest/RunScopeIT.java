package io.ledgerline.report.report.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.contracts.usage.Quantities;
import io.ledgerline.report.ledger.LedgerLine;
import io.ledgerline.report.testing.Api;
import io.ledgerline.report.testing.LedgerFixture;
import io.ledgerline.report.testing.ReportServiceTest;
import io.ledgerline.testkit.DoorWalk;
import io.ledgerline.testkit.TestKeys;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys that see only a part of the tenant, and what they make and meet. */
@ReportServiceTest
class RunScopeIT {
  private static final String RUNS = "/api/v1/report-runs";
  private static final String DAY = "2013-05-07";
  private static final String BODY =
      """
      {"kind": "%s", "period": {"type": "day", "day": "2013-05-07", "zone": "UTC"}}""";

  private final LedgerFixture ledger = new LedgerFixture();

  @BeforeEach
  void twoAccountsAndOneThatMovesAtNoon() {
    ledger.reset();
    Api.admin().contentType(ContentType.JSON);
    centre("scope-centre-a", null);
    centre("scope-centre-a-below", "scope-centre-a");
    centre("scope-centre-b", null);
    rule("scope-centre-a-below", DAY + "T00:00:00Z");
    rule("scope-centre-b", DAY + "T12:00:00Z");
    ledger.record(
        List.of(
            event("08:00:00Z", "scope-a-1", 10),
            event("09:00:00Z", "scope-b-1", 20),
            event("10:00:00Z", "scope-moving", 30),
            event("13:00:00Z", "scope-moving", 40),
            event("14:00:00Z", "somebody-else", 50)));
  }

  private static void centre(String code, String parent) {
    post(
        TestKeys.ADMIN,
        "/api/v1/cost-centres",
        "{\"code\":\"%s\",\"name\":\"%s\",\"billingCurrency\":\"USD\"%s}"
            .formatted(code, code, parent == null ? "" : ",\"parent\":\"" + parent + "\""));
  }

  private static void rule(String centre, String from) {
    post(
        TestKeys.ADMIN,
        "/api/v1/attribution-rules",
        "{\"match\":{\"sourceAccount\":\"scope-moving\"},\"costCentre\":\"%s\",\"validFrom\":\"%s\"}"
            .formatted(centre, from));
  }

  private static ValidatableResponse post(String key, String path, String body) {
    return Api.as(key).contentType(ContentType.JSON).body(body).post(path).then();
  }

  private static LedgerLine event(String time, String account, int tokens) {
    return new LedgerLine(
        Instant.parse(DAY + "T" + time),
        "gateway",
        UUID.randomUUID().toString(),
        account,
        "alice",
        "aws.bedrock",
        "anthropic.claude-3-haiku-20240307-v1:0",
        "eu-west-1",
        PriceClass.NONE,
        Quantities.of(MeterName.INPUT_TOKENS, tokens),
        new UUID(0, 1));
  }

  private static JsonPath run(String key, String kind) {
    String id = post(key, RUNS, BODY.formatted(kind)).statusCode(202).extract().path("id");
    return Api.awaitRun(id, "COMPLETED");
  }

  private static int status(String key, String path) {
    return Api.as(key).get(path).statusCode();
  }

  @Test
  void aRunIsAboutThePartThatItsAskerSees() {
    JsonPath run = run(TestKeys.SCOPE_A, "daily-usage");
    List<String> rows = Api.textOf(run).lines().skip(1).toList();
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0)).startsWith("scope-a-1,").contains(",10,");
    assertThat(rows.get(1)).startsWith("scope-moving,").contains(",30,");
    assertThat(run.getString("totals.quantities.input_tokens")).isEqualTo("40");
    assertThat(run.getList("scope.costCentres")).containsExactly("scope-centre-a");
    assertThat(run.getString("reconciliation.result")).isEqualTo("RECONCILED");
    assertThat(run.getInt("reconciliation.ledger.events")).isEqualTo(2);
    assertThat(run.getInt("reconciliation.rolledUp.events")).isEqualTo(2);
    assertThat(run.getInt("reconciliation.batches")).isZero();
    JsonPath line =
        Api.as(TestKeys.SCOPE_A).get(RUNS + "/" + run.get("id") + "/lines/2").jsonPath();
    assertThat(line.getString("cells.Input_token_count")).isEqualTo("30");
    assertThat(run(TestKeys.SCOPE_B, "daily-usage").getString("totals.quantities.input_tokens"))
        .isEqualTo("60");
    assertThat(run(TestKeys.SCOPE_A, "billing").getInt("totals.events")).isEqualTo(2);
  }

  @Test
  void anotherPartsRunIsNotThere() {
    JsonPath run = run(TestKeys.SCOPE_A, "daily-usage");
    JsonPath whole = run(TestKeys.ADMIN, "daily-usage");
    for (JsonPath other : List.of(run, whole)) {
      String path = RUNS + "/" + other.get("id");
      String artifact = "/api/v1/artifacts/" + other.get("artifacts[0].id");
      for (String gone :
          List.of(
              path, path + "/lines/1", path + "/lines/1/events", artifact, artifact + "/content")) {
        assertThat(status(TestKeys.SCOPE_B, gone)).as(gone).isEqualTo(404);
        assertThat(status(TestKeys.OTHER_TENANT, gone)).as(gone).isEqualTo(404);
        assertThat(status(TestKeys.ADMIN, gone)).as(gone).isEqualTo(200);
      }
      post(TestKeys.SCOPE_B, path + "/cancel", "").statusCode(404);
      post(TestKeys.SCOPE_B, artifact + "/links", "{}").statusCode(404);
    }
    assertThat(
            Api.as(TestKeys.SCOPE_B)
                .get(RUNS + "?limit=1000")
                .jsonPath()
                .getList("items.scope.costCentres.flatten()", String.class))
        .doesNotContain("scope-centre-a");
    assertThat(
            Api.as(TestKeys.SCOPE_B)
                .get(RUNS + "?limit=1000")
                .jsonPath()
                .getList("items.id", String.class))
        .doesNotContain(run.getString("id"), whole.getString("id"));
    assertThat(
            Api.as(TestKeys.SCOPE_A)
                .get(RUNS + "?limit=1000")
                .jsonPath()
                .getList("items.id", String.class))
        .contains(run.getString("id"))
        .doesNotContain(whole.getString("id"));
    String files = "/api/v1/artifacts?limit=1000&run=" + run.get("id");
    Api.as(TestKeys.SCOPE_B).get(files).then().body("items.size()", equalTo(0));
    Api.as(TestKeys.SCOPE_A).get(files).then().body("items.kind", hasItem("daily-usage"));
  }

  @Test
  void theSameCallOfAnotherPartIsAnotherCall() {
    String key = UUID.randomUUID().toString();
    String body = BODY.formatted("daily-usage");
    for (String caller : List.of(TestKeys.SCOPE_A, TestKeys.SCOPE_B)) {
      Api.as(caller)
          .contentType(ContentType.JSON)
          .header("Idempotency-Key", key)
          .body(body)
          .post(RUNS)
          .then()
          .statusCode(caller.equals(TestKeys.SCOPE_A) ? 202 : 422);
    }
  }

  @Test
  void costsAndPreviewsAreThoseOfThePart() {
    String span = "?from=" + DAY + "T00:00:00Z&to=2013-05-08T00:00:00Z";
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(
                        Api.admin()
                            .get("/api/v1/ratings" + span)
                            .jsonPath()
                            .getList("items.usage.quantity", String.class))
                    .hasSizeGreaterThanOrEqualTo(4));
    List<String> seen =
        Api.as(TestKeys.SCOPE_A)
            .get("/api/v1/ratings" + span)
            .jsonPath()
            .getList("items.usage.sourceAccount", String.class);
    assertThat(seen).containsOnly("scope-a-1", "scope-moving");
    JsonPath preview =
        post(TestKeys.SCOPE_A, RUNS + "/preview", BODY.formatted("daily-usage"))
            .statusCode(200)
            .extract()
            .jsonPath();
    JsonPath whole =
        post(TestKeys.ADMIN, RUNS + "/preview", BODY.formatted("daily-usage")).extract().jsonPath();
    assertThat(preview.getInt("events")).isPositive().isLessThan(whole.getInt("events"));
    assertThat(Integer.parseInt(preview.getString("quantities.input_tokens")))
        .isEqualTo(20 * preview.getInt("events"));
  }

  @Test
  void aScheduleMakesRunsOfThePartOfWhoeverMadeIt() {
    String name = "scope " + UUID.randomUUID();
    String body =
        """
        {"name": "%s", "kind": "daily-usage", "cron": "30 2 * * *", "zone": "UTC",
         "startsAt": "2013-05-08T00:00:00Z", "endsAt": "2013-05-09T00:00:00Z", "catchUp": "all",
         "period": {"type": "previous-day"}}"""
            .formatted(name);
    String id =
        post(TestKeys.SCOPE_A, "/api/v1/schedules", body).statusCode(201).extract().path("id");
    String path = "/api/v1/schedules/" + id;
    assertThat(status(TestKeys.SCOPE_B, path)).isEqualTo(404);
    assertThat(status(TestKeys.SCOPE_B, path + "/dues")).isEqualTo(404);
    Api.as(TestKeys.SCOPE_B).delete(path).then().statusCode(404);
    String run =
        Awaitility.await()
            .atMost(Duration.ofSeconds(30))
            .until(
                () -> Api.as(TestKeys.SCOPE_A).get(path + "/dues").path("items[0].runId"),
                made -> made != null);
    assertThat(Api.awaitRun(run, "COMPLETED").getInt("totals.events")).isEqualTo(2);
    assertThat(status(TestKeys.SCOPE_B, RUNS + "/" + run)).isEqualTo(404);
    Api.as(TestKeys.SCOPE_A).delete(path).then().statusCode(204);
  }

  @Test
  void aVendorsClientWithAKeyOfAPartGetsReportsOfThatPart() {
    String reports = "/v1/billing/reports";
    int id =
        post(TestKeys.SCOPE_A, reports, "{\"fromDate\":\"2013-05-07\",\"toDate\":\"2013-05-08\"}")
            .statusCode(201)
            .extract()
            .path("id");
    assertThat(status(TestKeys.SCOPE_A, reports + "/" + id)).isEqualTo(200);
    assertThat(status(TestKeys.ADMIN, reports + "/" + id)).isEqualTo(200);
    assertThat(status(TestKeys.SCOPE_B, reports + "/" + id)).isEqualTo(404);
    assertThat(status(TestKeys.SCOPE_B, reports + "/" + id + "/download")).isEqualTo(404);
    assertThat(Api.as(TestKeys.SCOPE_B).get(reports).jsonPath().getList("id", Integer.class))
        .doesNotContain(id);
  }

  @Test
  void noDoorLeadsToWhatIsAnotherPartsOrAnotherTenants() {
    JsonPath run = run(TestKeys.SCOPE_B, "daily-usage");
    String key =
        post(TestKeys.SCOPE_B, "/api/v1/keys", "{\"name\":\"hers\",\"roles\":[\"viewer\"]}")
            .statusCode(201)
            .extract()
            .path("prefix");
    String schedule =
        post(
                TestKeys.SCOPE_B,
                "/api/v1/schedules",
                "{\"name\":\"%s\",\"kind\":\"daily-usage\",\"cron\":\"0 3 * * *\",\"zone\":\"UTC\",\"startsAt\":\"2099-01-01T00:00:00Z\",\"catchUp\":\"none\",\"period\":{\"type\":\"previous-day\"}}"
                    .formatted(UUID.randomUUID()))
            .statusCode(201)
            .extract()
            .path("id");
    DoorWalk walk =
        new DoorWalk(
            Map.of(
                "/api/v1/report-runs/", run.getString("id"),
                "/api/v1/artifacts/", run.getString("artifacts[0].id"),
                "/api/v1/schedules/", schedule),
            Map.of("from", DAY + "T00:00:00Z", "to", "2013-05-08T00:00:00Z", "limit", 1000),
            List.of("scope-b-1", "scope-centre-b", run.getString("id"), schedule, key));
    assertThat(walk.with(TestKeys.SCOPE_A))
        .contains("200 /api/v1/report-runs", "200 /api/v1/ratings", "200 /api/v1/keys")
        .contains("200 /api/v1/cost-centres", "200 /api/v1/reconciliation")
        .contains("200 /api/v1/accounts", "200 /api/v1/gauges", "200 /api/v1/discounts")
        .contains("200 /api/v1/attribution-rules", "200 /api/v1/allocation-rules");
    assertThat(
            Api.as(TestKeys.SCOPE_A)
                .get("/api/v1/cost-centres")
                .jsonPath()
                .getList("items.code", String.class))
        .containsExactlyInAnyOrder("scope-centre-a", "scope-centre-a-below");
    assertThat(
            Api.as(TestKeys.SCOPE_A)
                .get("/api/v1/cost-centres/tree")
                .jsonPath()
                .getList("roots.code", String.class))
        .containsExactly("scope-centre-a");
    assertThat(walk.with(TestKeys.OTHER_TENANT)).contains("200 /api/v1/report-runs");
  }

  @Test
  void accountsAreThoseThatAreNamedAndThoseOfUsageThatACostCentreOfOursPaysFor() {
    String path = "/api/v1/accounts?from=" + DAY + "T00:00:00Z&to=2013-05-08T00:00:00Z";
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(Api.admin().get(path).jsonPath().getList("items.sourceAccount"))
                    .contains("scope-a-1", "scope-b-1", "scope-moving", "somebody-else"));
    JsonPath seen = Api.as(TestKeys.SCOPE_A).get(path).jsonPath();
    assertThat(seen.getList("items.sourceAccount", String.class))
        .containsExactly("scope-a-1", "scope-moving");
    assertThat(seen.getInt("items[1].quantities.input_tokens"))
        .as("the events before noon alone")
        .isEqualTo(30 * seen.getInt("items[1].events"));
    assertThat(seen.getString("items[1].lastUse")).isEqualTo(DAY + "T10:15:00Z");
    assertThat(
            Api.as(TestKeys.SCOPE_A)
                .get(path + "&beginning=scope-m&limit=1")
                .jsonPath()
                .getList("items.sourceAccount", String.class))
        .containsExactly("scope-moving");
  }

  @Test
  void termsAndRulesAreThoseThatSpeakOfThePartOrOfNobody() {
    String term = "{%s\"model\":\"scope-it\",\"percent\":\"1\"}";
    String ours = entry("discounts", term.formatted("\"sourceAccount\":\"scope-a-1\","));
    String below = entry("discounts", term.formatted("\"costCentre\":\"scope-centre-a-below\","));
    String theirs = entry("discounts", term.formatted("\"costCentre\":\"scope-centre-b\","));
    String everybodys = entry("discounts", term.formatted(""));
    assertThat(seen("discounts?model=scope-it"))
        .containsExactlyInAnyOrder(ours, below, everybodys)
        .doesNotContain(theirs);
    assertThat(status(TestKeys.SCOPE_A, "/api/v1/discounts/" + below)).isEqualTo(200);
    assertThat(status(TestKeys.SCOPE_A, "/api/v1/discounts/" + theirs)).isEqualTo(404);
    String price =
        "{\"match\":{\"sourceAccount\":\"%s\",\"model\":\"scope-it\",\"meter\":\"input_tokens\"},"
            + "\"price\":\"1\",\"per\":1,\"unit\":\"token\",\"currency\":\"USD\"}";
    String agreed = entry("contract-prices", price.formatted("scope-a-1"));
    entry("contract-prices", price.formatted("scope-b-1"));
    assertThat(seen("contract-prices?model=scope-it")).containsExactly(agreed);
    assertThat(seen("attribution-rules?costCentre=scope-centre-a-below")).isNotEmpty();
    assertThat(seen("attribution-rules?costCentre=scope-centre-b")).isEmpty();
    String rule =
        "{\"pool\":\"cost-centre:%s\",\"method\":\"even\",\"order\":%d,"
            + "\"targets\":[{\"target\":\"%s\"},{\"target\":\"source-account:scope-a-1\"}]}";
    String spread =
        entry(
            "allocation-rules",
            rule.formatted("scope-centre-a", 10, "cost-centre:scope-centre-a-below"));
    assertThat(seen("allocation-rules?pool=cost-centre:scope-centre-a")).containsExactly(spread);
    String bearingElsewhere =
        entry(
            "allocation-rules",
            rule.formatted("scope-centre-a-below", 20, "workspace:somebody-else/w"));
    assertThat(status(TestKeys.SCOPE_A, "/api/v1/allocation-rules/" + bearingElsewhere))
        .isEqualTo(404);
    assertThat(seen("allocation-rules?pool=cost-centre:scope-centre-a-below")).isEmpty();
  }

  private static String entry(String kind, String body) {
    return post(TestKeys.ADMIN, "/api/v1/" + kind, body).extract().path("id");
  }

  private static List<String> seen(String path) {
    return Api.as(TestKeys.SCOPE_A)
        .get("/api/v1/" + path)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items.id", String.class);
  }

  @Test
  void chargebackIsMadeOfAccountsAndNotOfWhoPays() {
    String body = BODY.formatted("chargeback");
    post(TestKeys.SCOPE_A, RUNS, body).statusCode(403).body("code", equalTo("scope-not-supported"));
    String key =
        post(
                TestKeys.ADMIN,
                "/api/v1/keys",
                "{\"name\":\"accounts\",\"roles\":[\"billing-admin\"],"
                    + "\"scope\":{\"sourceAccounts\":[\"scope-a-*\"]}}")
            .statusCode(201)
            .extract()
            .path("key");
    JsonPath run = run(key, "chargeback");
    assertThat(run.getString("reconciliation.result")).isEqualTo("RECONCILED");
    assertThat(run.getInt("totals.events")).isEqualTo(1);
    assertThat(run.getString("totals.quantities.input_tokens")).isEqualTo("10");
  }

  @Test
  void whatSpeaksOfTheWholeTenantIsRefused() {
    for (String path : List.of("/api/v1/rollups/rebuilds", "/api/v1/provider-costs")) {
      Api.as(TestKeys.SCOPE_A)
          .get(path)
          .then()
          .statusCode(403)
          .body("code", equalTo("scope-not-supported"));
    }
  }
}
