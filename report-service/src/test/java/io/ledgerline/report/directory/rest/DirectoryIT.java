package io.ledgerline.report.directory.rest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.ledgerline.report.testing.Api;
import io.ledgerline.report.testing.LedgerFixture;
import io.ledgerline.report.testing.ReportServiceTest;
import io.ledgerline.testkit.TestKeys;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@ReportServiceTest
class DirectoryIT {
  private static final String ROOT = "/api/v1/directory/";
  private static final LedgerFixture LEDGER = new LedgerFixture();

  private static ValidatableResponse post(String path, String body) {
    return Api.admin()
        .contentType(ContentType.JSON)
        .body(body.replace('\'', '"'))
        .post(ROOT + path)
        .then();
  }

  private static ValidatableResponse table(String path, String csv) {
    return Api.admin().contentType("text/csv").body(csv).post(ROOT + path).then();
  }

  private static ValidatableResponse get(String path) {
    return Api.as(TestKeys.VIEWER).get(ROOT + path).then();
  }

  private static String add(String userName, String effective) {
    return post(
            "users",
            "{'userName':'%s','emails':['%s@example.org'],'organisation':'o','effective':'%s'}"
                .formatted(userName, userName, effective))
        .statusCode(201)
        .body("createdAt", equalTo(effective))
        .extract()
        .path("id");
  }

  @Test
  void aUserLivesFromTimeToTimeAndEachTimeCanBeAskedFor() {
    String id = add("rest-ada", "2021-01-10T08:01:02.345Z");
    post("users", "{'userName':'REST-ADA'}")
        .statusCode(409)
        .body("errors[0].field", equalTo("userName"));
    post("users/" + id + "/suspension", "{'effective':'2021-03-15T10:07:00Z'}")
        .statusCode(200)
        .body("status", equalTo("suspended"));
    post("users/" + id + "/activation", "{'effective':'2021-04-01T00:00:00Z'}")
        .body("status", equalTo("active"));
    Api.admin()
        .delete(ROOT + "users/" + id + "?effective=2021-06-01T00:00:00Z")
        .then()
        .body("status", equalTo("deleted"));
    get("users/" + id + "?validAt=2021-03-31T00:00:00Z")
        .body("status", equalTo("suspended"))
        .body("suspendedAt", equalTo("2021-03-15T10:07:00Z"));
    get("users/" + id + "?validAt=2021-05-01T00:00:00Z").body("status", equalTo("active"));
    get("users/" + id + "?validAt=2021-01-10T08:01:02Z").statusCode(404);
    get("users?userName=rest-ada&status=deleted").body("items.id", contains(id));
    get("users?principal=Rest-Ada@example.org&validAt=2021-03-01T00:00:00Z")
        .body("items.id", contains(id));
    get("users?principal=rest-nobody").body("items", empty());
    Api.as(TestKeys.OTHER_TENANT).get(ROOT + "users/" + id).then().statusCode(404);
  }

  @Test
  void whatWasKnownThenStaysAsItWas() {
    String id = add("rest-then", "2021-01-01T00:00:00Z");
    String mark = Instant.now().toString();
    post("users/" + id + "/suspension", "{'effective':'2021-02-01T00:00:00Z'}").statusCode(200);
    get("users/" + id + "?validAt=2021-03-01T00:00:00Z&knownAt=" + mark)
        .body("status", equalTo("active"));
    get("users/" + id + "?validAt=2021-03-01T00:00:00Z").body("status", equalTo("suspended"));
    get("users?knownAt=9999-01-01T00:00:00Z").statusCode(400);
    get("users?validAt=9999-12-31T00:00:00Z").statusCode(400);
    get("users?knownAt=-99999-01-01T00:00:00Z&validAt=0001-01-01T00:00:00Z")
        .statusCode(200)
        .body("items", empty());
    get("users?cursor=x").statusCode(400);
  }

  @Test
  void anErasedPersonIsASurrogateInEveryTime() {
    String id = add("rest-erased", "2021-01-01T00:00:00Z");
    post("workspaces", "{'name':'rest-erased-w','effective':'2021-01-01T00:00:00Z'}");
    post(
            "memberships",
            "{'workspace':'rest-erased-w','user':'rest-erased','role':'dev',"
                + "'effective':'2021-01-02T00:00:00Z'}")
        .statusCode(200)
        .body("userId", equalTo(id));
    post("users/" + id + "/erasure", "{}")
        .statusCode(200)
        .body("erased", equalTo(true))
        .body("status", equalTo("deleted"))
        .body("userName", startsWith("erased-"))
        .body("emails", empty());
    get("users/" + id + "?validAt=2021-02-01T00:00:00Z").body("erased", equalTo(true));
    get("users?email=rest-erased@example.org").body("items", empty());
    get("memberships?workspace=rest-erased-w&validAt=2021-02-01T00:00:00Z")
        .body("items.userId", contains(id));
    add("rest-erased", "2021-02-01T00:00:00Z");
    Api.admin().delete(ROOT + "memberships/rest-nowhere/rest-erased").then().statusCode(404);
    Api.admin().delete(ROOT + "memberships/rest-erased-w/rest-nobody").then().statusCode(404);
  }

  @Test
  void theAuditLogNamesMembersByIdOnly() {
    String id = add("rest-audited", "2021-01-01T00:00:00Z");
    String workspace =
        post("workspaces", "{'name':'rest-audited-w','effective':'2021-01-01T00:00:00Z'}")
            .extract()
            .path("id");
    String path = ROOT + "memberships/rest-audited-w/rest-audited";
    Api.as(TestKeys.VIEWER).delete(path).then().statusCode(403);
    Api.admin().delete(path).then().statusCode(204);
    Api.admin()
        .get("/api/v1/audit-events?action=DELETE /api/v1/directory/memberships/*")
        .then()
        .statusCode(200)
        .body(
            "items.object",
            hasItems(
                ROOT + "memberships/" + workspace + "/" + id,
                ROOT + "memberships/rest-audited-w/~"))
        .body(not(containsString("/rest-audited\"")));
  }

  @Test
  void anErasureReachesTheLedgerAndTheRecordsOrNothing() {
    String id = add("rest-gone", "2021-01-01T00:00:00Z");
    String other = add("rest-stays", "2021-01-01T00:00:00Z");
    Api.admin()
        .contentType(ContentType.JSON)
        .body(
            """
            {"account": "2718-2818-2845", "user": "Rest-Gone@example.org", "provider": "openai",
             "date": "2021-01-05", "charge_type": "completion", "prompt_tokens": 1,
             "completion_tokens": 2, "total_tokens": 3}""")
        .post("/api/v1/daily-billing-records")
        .then()
        .statusCode(201);
    LEDGER.answerWith(503);
    try {
      post("users/" + id + "/erasure", "{}").statusCode(503);
      get("users/" + id).body("userName", equalTo("rest-gone")).body("status", equalTo("active"));
    } finally {
      LEDGER.answerWith(0);
    }
    post("users/" + id + "/erasure", "{}").statusCode(200).body("erased", equalTo(true));
    Api.admin()
        .get("/api/v1/daily-billing-records?account=2718-2818-2845")
        .then()
        .body(containsString("erased-" + LedgerFixture.surrogate("rest-gone@example.org")))
        .body(not(containsString("Rest-Gone")));
    post("users/" + id + "/erasure", "{}").statusCode(200);
    get("users/" + other).body("userName", equalTo("rest-stays"));
  }

  @Test
  void aTableIsTriedThenTakenOnceThenChangesNothing() {
    String users =
        "userName,email,externalId,createdAt,suspendedAt\n"
            + "csv-ada,csv-ada@example.org,c1,2021-01-10,\n"
            + "csv-bob,,c2,2021-01-12,2021-03-15T10:07:00Z\n";
    table("users/imports?dryRun=true&source=hr", users)
        .statusCode(200)
        .body("added", equalTo(2))
        .body("dryRun", equalTo(true));
    get("users?userName=csv-ada").body("items", empty());
    table("users/imports?source=hr", users).body("added", equalTo(2)).body("rows", equalTo(2));
    table("users/imports?source=hr", users)
        .body("added", equalTo(0))
        .body("changed", equalTo(0))
        .body("unchanged", equalTo(2));
    table("users/imports?source=hr", users.replace("csv-ada,csv-ada@", "csv-eve,csv-eve@"))
        .body("changed", equalTo(1))
        .body("changes[0].userName", equalTo("csv-eve"));
    get("users?userName=csv-bob&validAt=2021-04-01T00:00:00Z")
        .body("items.status", contains("suspended"));
    table("users/imports", "userName,createdAt\ncsv-x,yesterday\ncsv-x,\n")
        .statusCode(400)
        .body("errors[0].field", equalTo("rows[1].createdAt"));
    table("users/imports", "userName,shoe\nx,42\n")
        .statusCode(400)
        .body("errors[0].code", equalTo("unknown-column"));
    get("sources").body("items.name", hasItem("hr"));
    Api.admin()
        .contentType(ContentType.JSON)
        .body("{\"expectedEverySeconds\":86400}")
        .put(ROOT + "sources/hr")
        .then()
        .statusCode(200)
        .body("stale", equalTo(false))
        .body("door", equalTo("csv"));
  }

  @Test
  void theMembershipsOfAPastDateComeInLate() {
    table(
            "workspaces/imports",
            "name,externalId,createdAt\ncsv-search,w1,2021-01-01\ncsv-empty,,2021-01-01\n")
        .body("added", equalTo(2));
    table(
            "users/imports",
            "userName,createdAt\ncsv-m1,2021-01-01\ncsv-m2,2021-01-01\ncsv-m3,2021-01-01\n")
        .statusCode(200);
    String march = "memberships/imports?mode=snapshot&effective=2021-03-01T00:00:00Z";
    table(march, "workspace,user,role\ncsv-search,csv-m1,admin\nw1,csv-m2,\n")
        .statusCode(200)
        .body("added", equalTo(2));
    String april = march.replace("03-01", "04-01");
    table(april, "workspace,user\ncsv-search,csv-m2\ncsv-search,csv-m3\n")
        .body("added", equalTo(1))
        .body("removed", equalTo(1))
        .body("unchanged", equalTo(1));
    table(april, "workspace,user\ncsv-search,csv-m2\ncsv-search,csv-m3\n")
        .body("unchanged", equalTo(2));
    get("memberships?workspace=csv-search&validAt=2021-03-31T23:59:59Z")
        .body("items.userName", contains("csv-m1", "csv-m2"))
        .body("items[0].role", equalTo("admin"));
    get("memberships?workspace=csv-search&validAt=2021-04-30T00:00:00Z")
        .body("items.userName", contains("csv-m2", "csv-m3"));
    get("workspaces?name=csv-empty").body("items.members", contains(0));
    table(march, "workspace,user\ncsv-search,csv-nobody\ncsv-none,csv-m1\n")
        .statusCode(400)
        .body("errors", hasSize(2))
        .body("errors.code", hasItems("unknown-user", "unknown-workspace"));
    get("users?workspace=csv-search&limit=1&validAt=2021-04-30T00:00:00Z")
        .body("items.userName", contains("csv-m2"))
        .body("nextCursor", notNullValue());
  }

  @Test
  void onlyWhoKeepsTheDirectoryChangesIt() {
    for (String key : new String[] {TestKeys.VIEWER, TestKeys.BILLING_ADMIN, TestKeys.INGEST}) {
      Api.as(key)
          .contentType(ContentType.JSON)
          .body("{\"userName\":\"x\"}")
          .post(ROOT + "users")
          .then()
          .statusCode(403)
          .body("type", containsString("forbidden"));
    }
    get("users?status=asleep").statusCode(400);
    get("users/nobody").statusCode(404);
    get("users").body("items.userName", not(hasItem("x")));
  }
}
