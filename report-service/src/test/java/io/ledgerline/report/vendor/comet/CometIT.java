package io.ledgerline.report.vendor.comet;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.ledgerline.contracts.message.UsageBatch;
import io.ledgerline.contracts.usage.Labels;
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
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Comet's admin paths as its clients call them; cases are those of the contract. */
@ReportServiceTest
class CometIT {
  private static final String REPORT = "/api/admin/chargeback/report";
  private static final String MONTH = "2017-11";
  private static final String EMPTY_MONTH = "2016-11";

  private final LedgerFixture ledger = new LedgerFixture();

  @Inject Pool database;

  @BeforeEach
  @AfterEach
  void anEmptyLedger() {
    ledger.reset();
  }

  private static LedgerLine use(String time, String user, Map<String, Long> sums) {
    Map<MeterName, Quantity> quantities = new TreeMap<>();
    sums.forEach((meter, sum) -> quantities.put(new MeterName(meter), Quantity.of(sum)));
    return new LedgerLine(
        Instant.parse(time),
        "comet",
        UUID.randomUUID().toString(),
        "acme",
        user,
        null,
        null,
        null,
        PriceClass.NONE,
        Quantities.of(quantities),
        null,
        null,
        "vision",
        "cats",
        null,
        Labels.NONE);
  }

  private static ValidatableResponse ask(String month) {
    return given()
        .header("Authorization", TestKeys.ADMIN)
        .queryParam("reportMonth", month)
        .get(REPORT)
        .then();
  }

  @Test
  void case1TheRawKeyIsTakenAndOneWithBearerToo() {
    ask(EMPTY_MONTH)
        .statusCode(200)
        .contentType(ContentType.JSON)
        .body("reportDate", equalTo(EMPTY_MONTH));
    Api.admin()
        .queryParam("reportMonth", EMPTY_MONTH)
        .get(REPORT)
        .then()
        .statusCode(200)
        .body("reportDate", equalTo(EMPTY_MONTH));
  }

  @Test
  void case2WithoutAKeyIs401AndOneThatIsNoAdminsIs403BothInJson() {
    given()
        .get(REPORT)
        .then()
        .statusCode(401)
        .contentType(ContentType.JSON)
        .body("code", equalTo(401))
        .body("msg", notNullValue());
    given()
        .header("Authorization", "not-a-key")
        .get(REPORT)
        .then()
        .statusCode(401)
        .body("code", equalTo(401));
    given()
        .header("Authorization", TestKeys.VIEWER)
        .get(REPORT)
        .then()
        .statusCode(403)
        .contentType(ContentType.JSON)
        .body("code", equalTo(403));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2023-13", "2023-1", "abc", "2023-11-01", "0000-01", "2199-01"})
  void case3WhatIsNoMonthOrIsToComeIs400(String month) {
    ask(month).statusCode(400).body("code", equalTo(400)).body("msg", notNullValue());
  }

  @Test
  void case4WithoutAMonthItIsTheCurrentOne() {
    YearMonth before = YearMonth.now(ZoneOffset.UTC);
    String month =
        given()
            .header("Authorization", TestKeys.ADMIN)
            .get(REPORT)
            .then()
            .statusCode(200)
            .extract()
            .path("reportDate");
    assertThat(month).isIn(before.toString(), YearMonth.now(ZoneOffset.UTC).toString());
  }

  @Test
  void case6And9And11UseCountsInItsMonthAndAClosedMonthSaysTheSameTwice() {
    UsageBatch batch =
        ledger.record(
            List.of(
                use("2017-11-02T00:00:00Z", "u1", Map.of("experiments", 1L)),
                use("2017-11-03T00:00:00Z", "u1", Map.of("ui_calls", 2L)),
                use("2017-11-30T23:59:59.999Z", "u1", Map.of("ui_calls", 1L, "sdk_calls", 5L)),
                use("2017-12-01T00:00:00Z", "u1", Map.of("ui_calls", 7L, "experiments", 1L))));
    new RollupProbe(database).awaitApplied(batch.batchId());
    ask(MONTH)
        .statusCode(200)
        .body("workspaces[0].name", equalTo("vision"))
        .body("workspaces[0].numberOfExperiments", equalTo(1))
        .body("users.licensedUsers.username", hasItem("u1"));
    JsonPath user = u1(MONTH);
    assertThat(user.getInt("uiUsageCount")).isEqualTo(3);
    assertThat(user.getInt("sdkUsageCount")).isEqualTo(5);
    assertThat(user.getLong("uiUsageUpdateTs"))
        .isEqualTo(Instant.parse("2017-11-30T23:59:59.999Z").toEpochMilli());
    assertThat(u1("2017-12").getInt("uiUsageCount")).isEqualTo(7);
    assertThat(u1("2017-12").getInt("experimentCount")).isEqualTo(2);
    assertThat(body(MONTH)).isEqualTo(body(MONTH));

    // What comes later does not change a month that was fixed, until somebody lets it in.
    Api.admin().put("/api/v1/chargeback-months/" + MONTH).then().statusCode(200);
    String fixed = body(MONTH);
    ledger.record(List.of(use("2017-11-05T00:00:00Z", "u1", Map.of("ui_calls", 10L))));
    assertThat(body(MONTH)).isEqualTo(fixed);
    Api.admin().delete("/api/v1/chargeback-months/" + MONTH).then().statusCode(204);
    assertThat(u1(MONTH).getInt("uiUsageCount")).isEqualTo(13);
  }

  private static JsonPath u1(String month) {
    JsonPath report = ask(month).statusCode(200).extract().jsonPath();
    return report.setRootPath("users.licensedUsers.find { it.username == 'u1' }");
  }

  /** The body without the time at which it was made. */
  private static String body(String month) {
    return ask(month)
        .statusCode(200)
        .extract()
        .asString()
        .replaceAll("\"createdAt\":[0-9]+}}$", "");
  }

  @Test
  void case12APrefixBeforeThePathIsTaken() {
    given()
        .header("Authorization", TestKeys.ADMIN)
        .queryParam("reportMonth", EMPTY_MONTH)
        .get("/clientlib" + REPORT)
        .then()
        .statusCode(200)
        .body("reportDate", equalTo(EMPTY_MONTH));
    given().get("/clientlib" + REPORT).then().statusCode(401).body("code", equalTo(401));
  }

  /**
   * What {@code cometx admin} sends and reads: its chargeback and growth reports, and migration.
   */
  @Test
  void case13TheCallsOfTheCommandLineClientAreAnswered() {
    UsageBatch batch =
        ledger.record(List.of(use("2024-09-10T00:00:00Z", "u13", Map.of("ui_calls", 1L))));
    new RollupProbe(database).awaitApplied(batch.batchId());
    JsonPath month =
        given()
            .accept("*/*")
            .header("Authorization", TestKeys.ADMIN)
            .get(REPORT + "?reportMonth=2024-09")
            .then()
            .statusCode(200)
            .contentType(ContentType.JSON)
            .extract()
            .jsonPath();
    assertThat(month.getString("reportDate")).isEqualTo("2024-09");
    assertThat(month.getList("users.licensedUsers.username", String.class)).contains("u13");
    assertThat(month.getList("users.licensedUsers.createdAt", Long.class))
        .as("the growth report has no other date")
        .isNotEmpty()
        .doesNotContainNull()
        .allMatch(created -> String.valueOf(created).length() == 13);
    given()
        .header("Authorization", TestKeys.ADMIN)
        .get(REPORT)
        .then()
        .statusCode(200)
        .body("users.numberOfUsers", notNullValue());
    given()
        .header("Authorization", TestKeys.ADMIN)
        .get("/api/admin/service-accounts")
        .then()
        .statusCode(200);
    month
        .<Map<String, Object>>getList("workspaces")
        .forEach(
            workspace ->
                assertThat((List<?>) workspace.get("members"))
                    .as("whom the migration adds, with or without an e-mail address")
                    .hasSize((Integer) workspace.get("numberOfMembers")));
  }

  @Test
  void serviceAccountsAreAListAndUnknownPathsAreTold() {
    given()
        .header("Authorization", TestKeys.ADMIN)
        .get("/api/admin/service-accounts")
        .then()
        .statusCode(200)
        .body("$", notNullValue());
    given()
        .header("Authorization", TestKeys.ADMIN)
        .get("/api/admin/nothing")
        .then()
        .statusCode(404)
        .body("code", equalTo(404));
  }

  @Test
  void aMonthWithoutAnythingHasNoWorkspaces() {
    ask("2001-01").statusCode(200).body("workspaces", empty());
  }

  @Test
  void aRunOfTheKindHasAFileForEachTableAndReconciles() {
    UsageBatch batch =
        ledger.record(
            List.of(
                use(
                    "2017-10-02T00:00:00Z",
                    "u2",
                    Map.of("experiments", 1L, "logged_bytes", 10486L)),
                use("2017-10-03T00:00:00Z", "u2", Map.of("sdk_calls", 2L))));
    new RollupProbe(database).awaitApplied(batch.batchId());
    String id =
        Api.admin()
            .contentType(ContentType.JSON)
            .body("{\"kind\":\"chargeback\",\"period\":{\"type\":\"month\",\"month\":\"2017-10\"}}")
            .post("/api/v1/report-runs")
            .then()
            .statusCode(202)
            .extract()
            .path("id");
    JsonPath run = Api.awaitRun(id, "COMPLETED");
    assertThat(run.getString("reconciliation.result")).isEqualTo("RECONCILED");
    assertThat(run.getList("artifacts.name", String.class))
        .contains(
            "chargeback_2017-10.csv",
            "chargeback_2017-10-workspaces.csv",
            "chargeback_2017-10-members.csv",
            "chargeback_2017-10-projects.csv",
            "chargeback_2017-10-users.csv");
    Api.admin()
        .get("/api/v1/report-runs/" + id + "/lines/1")
        .then()
        .statusCode(200)
        .body("cells.sdk_calls", equalTo("2"));
    Api.admin()
        .get("/api/v1/report-runs/" + id + "/lines/1/events")
        .then()
        .statusCode(200)
        .body("items", hasSize(2));
  }
}
