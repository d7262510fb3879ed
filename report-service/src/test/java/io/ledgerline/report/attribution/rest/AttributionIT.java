package io.ledgerline.report.attribution.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.ledgerline.report.testing.Api;
import io.ledgerline.report.testing.ReportServiceTest;
import io.ledgerline.testkit.TestKeys;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cost centres and rules over HTTP, in a tenant that no other test lays rules down for. */
@ReportServiceTest
class AttributionIT {
  private static final String CENTRES = "/api/v1/cost-centres";
  private static final String RULES = "/api/v1/attribution-rules";
  private static final String MOVED = "2026-01-15T10:15:00Z";

  /** Codes and accounts of this test alone. */
  private final String own = UUID.randomUUID().toString().substring(0, 8);

  private final String root = "root-" + own;
  private final String search = "search-" + own;
  private final String sales = "sales-" + own;

  private static ValidatableResponse post(String path, String body) {
    return Api.as(TestKeys.OTHER_TENANT).contentType(ContentType.JSON).body(body).post(path).then();
  }

  private static ValidatableResponse bring(String path, boolean dryRun, String table) {
    return Api.as(TestKeys.OTHER_TENANT)
        .contentType("text/csv")
        .queryParam("dryRun", dryRun)
        .queryParam("source", "test list")
        .body(table)
        .post(path + "/imports")
        .then();
  }

  private String centres() {
    return """
        code,name,parent,owner,glCode,billingCurrency
        %s,Search,%s,ada@example.org,4711,EUR
        %s,Sales,%s,,,USD
        %s,All,,,,EUR
        """
        .formatted(search, root, sales, root, root);
  }

  private ValidatableResponse rule(String project, String centre, String validFrom) {
    return post(
        RULES,
        """
        {"match": {"sourceAccount": "%s", "project": "%s"}, "costCentre": "%s", "validFrom": %s}"""
            .formatted(own, project, centre, validFrom == null ? "null" : "\"" + validFrom + "\""));
  }

  private ValidatableResponse match(String project, String time, String knownAt) {
    var call =
        Api.as(TestKeys.OTHER_TENANT)
            .queryParam("sourceAccount", own)
            .queryParam("project", project)
            .queryParam("tag", "team:x")
            .queryParam("time", time);
    return (knownAt == null ? call : call.queryParam("knownAt", knownAt))
        .get(RULES + "/match")
        .then()
        .statusCode(200);
  }

  @BeforeEach
  void theCostCentresAreThere() {
    bring(CENTRES, false, centres()).statusCode(200);
  }

  @Test
  void aTableIsShownBeforeItIsImportedAndChangesNothingTheSecondTime() {
    String more = centres() + "new-%s,New,%s,,,EUR\n".formatted(own, search);
    bring(CENTRES, true, more)
        .statusCode(200)
        .body("dryRun", equalTo(true))
        .body("added", equalTo(1))
        .body("unchanged", equalTo(3))
        .body("changes[0].match.code", equalTo("new-" + own));
    bring(CENTRES, false, more).body("added", equalTo(1));
    bring(CENTRES, false, more).body("added", equalTo(0)).body("unchanged", equalTo(4));
  }

  @Test
  void theTreeShowsWhoStandsBelowWhomAndSuspense() {
    JsonPath tree =
        Api.as(TestKeys.OTHER_TENANT)
            .get(CENTRES + "/tree")
            .then()
            .statusCode(200)
            .body("roots.code", hasItem("suspense"))
            .extract()
            .jsonPath();

    String mine = "roots.find { it.code == '" + root + "' }";
    assertThat(tree.getList(mine + ".children.code", String.class)).containsExactly(sales, search);
    assertThat(tree.getString(mine + ".children[1].glCode")).isEqualTo("4711");
    assertThat(tree.getBoolean("roots.find { it.code == 'suspense' }.builtIn")).isTrue();
    Api.as(TestKeys.OTHER_TENANT)
        .queryParam("parent", root)
        .queryParam("current", true)
        .get(CENTRES)
        .then()
        .statusCode(200)
        .body("items.code", contains(sales, search))
        .body("items[1].owner", equalTo("ada@example.org"))
        .body("items[1].source", equalTo("test list"));
  }

  @Test
  void whoPaysIsToldWithTheRuleAndFollowsAProjectThatMoves() {
    match("atlas", MOVED, null)
        .body("costCentre", equalTo("suspense"))
        .body("rule", nullValue())
        .body("why", containsString("No rule"));
    bring(
            RULES,
            false,
            "sourceAccount,project,costCentre,validFrom\n%s,,%s,\n%s,atlas,%s,%s\n"
                .formatted(own, sales, own, search, MOVED))
        .statusCode(200)
        .body("added", equalTo(2));

    match("atlas", "2026-01-15T10:14:59Z", null)
        .body("costCentre", equalTo(sales))
        .body("billingCurrency", equalTo("USD"));
    match("atlas", MOVED, null)
        .body("costCentre", equalTo(search))
        .body("path", contains(root, search))
        .body("owner", equalTo("ada@example.org"))
        .body("rule.match.project", equalTo("atlas"))
        .body("others", hasSize(1))
        .body("others[0].costCentre", equalTo(sales));
  }

  @Test
  void aCorrectionChangesThePastForWhoKnowsItAndForNobodyElse() {
    rule("atlas", sales, null).statusCode(201);
    String before = match("atlas", MOVED, null).extract().path("knownAt");
    rule("atlas", search, null).statusCode(201);
    rule("atlas", search, null).statusCode(200);

    match("atlas", MOVED, null).body("costCentre", equalTo(search));
    match("atlas", MOVED, before).body("costCentre", equalTo(sales));
    Api.as(TestKeys.OTHER_TENANT)
        .queryParam("sourceAccount", own)
        .get(RULES)
        .then()
        .body("items", hasSize(2));
  }

  @Test
  void aRuleThatContendsWithAnotherIsRefusedAndTheOtherOneNamed() {
    String id =
        post(
                RULES,
                "{\"match\":{\"sourceAccount\":\"%s\"},\"costCentre\":\"%s\"}"
                    .formatted(own, sales))
            .statusCode(201)
            .extract()
            .path("id");
    post(
            RULES,
            "{\"match\":{\"model\":\"%s\"},\"costCentre\":\"%s\",\"validFrom\":\"2026-01-01T00:00:00Z\"}"
                .formatted(own, sales))
        .statusCode(400)
        .body("errors[0].code", equalTo("overlapping-rule"));
    bring(
            RULES,
            false,
            "model,sourceAccount,costCentre\nm,,%s\n,other-%s,%s\n".formatted(sales, own, sales))
        .statusCode(400)
        .body("errors.code", hasItem("overlapping-rule"));
    Api.as(TestKeys.OTHER_TENANT).get(RULES + "/" + id).then().body("costCentre", equalTo(sales));
    Api.as(TestKeys.OTHER_TENANT)
        .queryParam("sourceAccount", "other-" + own)
        .get(RULES)
        .then()
        .body("items", hasSize(0));
  }

  @Test
  void aRulePointsToACostCentreThatThereIs() {
    rule("atlas", "nobody", null)
        .statusCode(400)
        .body("errors[0].code", equalTo("unknown-cost-centre"));
    post(RULES, "{\"match\":{\"tags\":{\"ticket\":\"1\"}},\"costCentre\":\"%s\"}".formatted(sales))
        .statusCode(400)
        .body("errors[0].code", equalTo("tag-not-added-up"));
  }

  @Test
  void aCostCentreThatRulesPointToStays() {
    rule("atlas", search, null).statusCode(201);
    String withdrawal = "{\"match\":{\"code\":\"%s\"}}".formatted(search);
    post(CENTRES + "/withdrawals", withdrawal)
        .statusCode(400)
        .body("errors[0].code", equalTo("cost-centre-in-use"))
        .body("errors[0].detail", containsString("project=atlas"));
    post(
            RULES + "/withdrawals",
            "{\"match\":{\"sourceAccount\":\"%s\",\"project\":\"atlas\"}}".formatted(own))
        .statusCode(201);
    post(CENTRES + "/withdrawals", withdrawal).statusCode(201);
    post(CENTRES + "/withdrawals", withdrawal).statusCode(200);
    match("atlas", MOVED, null).body("costCentre", equalTo("suspense"));
  }

  @Test
  void aRingIsRefusedAndTheBookStaysAsItWas() {
    post(
            CENTRES,
            "{\"code\":\"%s\",\"name\":\"All\",\"parent\":\"%s\",\"billingCurrency\":\"EUR\"}"
                .formatted(root, search))
        .statusCode(400)
        .body("errors[0].code", equalTo("cost-centre-cycle"));
    post(CENTRES, "{\"code\":\"x\",\"name\":\"X\",\"billingCurrency\":\"euro\"}")
        .statusCode(400)
        .body("errors[0].code", equalTo("unknown-currency"));
  }

  @Test
  void aViewerReadsAndDoesNotWrite() {
    for (String path : new String[] {CENTRES, RULES}) {
      Api.as(TestKeys.VIEWER).get(path).then().statusCode(200);
      Api.as(TestKeys.VIEWER)
          .contentType(ContentType.JSON)
          .body("{}")
          .post(path)
          .then()
          .statusCode(403);
      Api.as(TestKeys.VIEWER)
          .contentType("text/csv")
          .body("x")
          .post(path + "/imports")
          .then()
          .statusCode(403);
    }
    Api.as(TestKeys.VIEWER).get(RULES + "/match").then().statusCode(200);
  }
}
