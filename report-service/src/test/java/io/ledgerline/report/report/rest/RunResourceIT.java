package io.ledgerline.report.report.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;

import io.ledgerline.report.testing.Api;
import io.ledgerline.report.testing.LedgerFixture;
import io.ledgerline.report.testing.ReportServiceTest;
import io.ledgerline.testkit.TestKeys;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ReportServiceTest
class RunResourceIT {
  private static final String RUNS = "/api/v1/report-runs";
  private static final String A_DAY =
      "{\"kind\":\"daily-usage\",\"period\":{\"type\":\"day\",\"day\":\"2023-01-02\"}}";

  @BeforeEach
  void anEmptyLedger() {
    new LedgerFixture().reset();
  }

  @Test
  void aRunIsAcceptedWithItsLocation() {
    String location =
        Api.admin()
            .contentType(ContentType.JSON)
            .body(A_DAY)
            .post(RUNS)
            .then()
            .statusCode(202)
            .body("state", oneOf("QUEUED", "RUNNING", "COMPLETED"))
            .body("period.from", equalTo("2023-01-02T00:00:00Z"))
            .body("period.zone", equalTo("UTC"))
            .extract()
            .header("Location");
    Api.admin().get(location).then().statusCode(200).body("kind", equalTo("daily-usage"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"kind\":\"nonsense\",\"period\":{\"type\":\"day\",\"day\":\"2023-01-02\"}} | kind",
        "{\"period\":{\"type\":\"day\",\"day\":\"2023-01-02\"}} | kind",
        "{\"kind\":\"daily-usage\"} | period",
        "{\"kind\":\"daily-usage\",\"period\":{\"type\":\"day\",\"day\":\"2023-13-02\"}} | period.day",
        "{\"kind\":\"daily-usage\",\"period\":{\"type\":\"day\",\"day\":20230102}} | period.day",
        "{\"kind\":\"daily-usage\",\"period\":{\"type\":\"day\",\"day\":\"2023-01-02\",\"zone\":\"X\"}} | period.zone",
        "{\"kind\":\"daily-usage\",\"period\":{\"type\":\"year\"}} | period.type",
        "{\"kind\":\"daily-usage\",\"period\":{\"type\":\"month\",\"month\":\"2023-13\"}} | period.month",
        "{\"kind\":\"daily-usage\",\"period\":{\"type\":\"range\",\"from\":\"2023-01-02\",\"to\":\"2023-01-02\"}} | period.to",
        "{\"kind\":\"daily-usage\",\"period\":{\"type\":\"range\",\"from\":\"1900-01-01\",\"to\":\"2100-01-01\"}} | period.to",
        "{\"kind\":\"daily-usage\",\"period\":{\"type\":\"day\",\"day\":\"2023-01-02\"},\"deliveries\":[{\"channel\":\"fax\"}]} | deliveries[0].channel",
        "{\"kind\":\"daily-usage\",\"period\":[]} | period"
      })
  void aFaultNamesItsField(String body, String field) {
    Api.admin()
        .contentType(ContentType.JSON)
        .body(body)
        .post(RUNS)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors.field", hasItem(equalTo(field)));
  }

  @Test
  void aBodyThatIsNoJsonIsRefused() {
    Api.admin()
        .contentType(ContentType.JSON)
        .body("{\"kind\":")
        .post(RUNS)
        .then()
        .statusCode(400)
        .body("code", equalTo("malformed-json"));
    Api.admin().contentType(ContentType.JSON).post(RUNS).then().statusCode(400);
    Api.admin().contentType("text/plain").body("x").post(RUNS).then().statusCode(415);
  }

  @Test
  void theListIsPagedAndFiltered() {
    UUID schedule = UUID.randomUUID();
    List<String> asked = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      asked.add(Api.askForRun("{\"type\":\"day\",\"day\":\"2023-01-0" + (i + 1) + "\"}"));
    }
    List<String> seen = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      JsonPath page =
          Api.admin().get(RUNS + "?limit=2" + cursor).then().statusCode(200).extract().jsonPath();
      seen.addAll(page.getList("items.id", String.class));
      String next = page.getString("nextCursor");
      cursor = next == null ? null : "&cursor=" + next;
    }
    assertThat(seen).doesNotHaveDuplicates().containsAll(asked);
    assertThat(seen.subList(0, 5)).containsExactlyElementsOf(asked.reversed());
    assertThat(
            Api.admin()
                .get(RUNS + "?sort=createdAt&limit=1000")
                .jsonPath()
                .getList("items.id", String.class))
        .containsSubsequence(asked);
    Api.admin()
        .get(RUNS + "?scheduleId=" + schedule)
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(0));
    Api.admin()
        .get(RUNS + "?state=ODD")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("state"));
    Api.admin()
        .get(RUNS + "?sort=size")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("sort"));
    Api.admin().get(RUNS + "?limit=0").then().statusCode(400);
    Api.admin().get(RUNS + "?cursor=zzz").then().statusCode(400);
  }

  @Test
  void anArtifactIsServedWithItsDigest() {
    JsonPath run = Api.runOfDay("2023-01-02");
    String url = run.getString("artifacts[0].contentUrl");
    String tag = "\"" + run.getString("artifacts[0].sha256") + "\"";
    Api.as(TestKeys.VIEWER)
        .get(url)
        .then()
        .statusCode(200)
        .header("ETag", tag)
        .header("Content-Length", run.getString("artifacts[0].size"))
        .header("Content-Type", startsWith("text/csv"))
        .header("Content-Disposition", containsString("AmazonBedrock_Charges_last_24hr"));
    Api.as(TestKeys.VIEWER).header("If-None-Match", tag).get(url).then().statusCode(304);
    Api.as(TestKeys.SERVICE)
        .get(url.replace("/content", ""))
        .then()
        .statusCode(200)
        .body("sha256", equalTo(run.getString("artifacts[0].sha256")));
    Api.as(TestKeys.OTHER_TENANT).get(url).then().statusCode(404);
    Api.as(TestKeys.OTHER_TENANT).get(RUNS + "/" + run.getString("id")).then().statusCode(404);
    Api.as(TestKeys.INGEST).get(url).then().statusCode(403);
  }

  @Test
  void aTenantWithoutALedgerKeyOfItsOwnHasItsReportsToo() {
    String id =
        Api.as(TestKeys.OTHER_TENANT)
            .contentType(ContentType.JSON)
            .body(A_DAY)
            .post(RUNS)
            .then()
            .statusCode(202)
            .extract()
            .path("id");
    org.awaitility.Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> Api.as(TestKeys.OTHER_TENANT).get(RUNS + "/" + id).jsonPath(),
            run ->
                "COMPLETED".equals(run.getString("state"))
                    && "RECONCILED".equals(run.getString("reconciliation.result"))
                    && run.getInt("totals.events") == 0);
  }

  @Test
  void artifactsAreListedFilteredAndPaged() {
    JsonPath run = Api.runOfDay("2023-01-06");
    String list = "/api/v1/artifacts?run=" + run.get("id");
    List<String> ids = run.getList("artifacts.id", String.class);
    List<String> seen = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      JsonPath page =
          Api.as(TestKeys.VIEWER)
              .get(list + "&sort=-size&limit=1" + cursor)
              .then()
              .statusCode(200)
              .body("items.size()", equalTo(1))
              .extract()
              .jsonPath();
      seen.addAll(page.getList("items.id", String.class));
      String next = page.getString("nextCursor");
      cursor = next == null ? null : "&cursor=" + next;
    }
    assertThat(seen).containsExactlyInAnyOrderElementsOf(ids);
    JsonPath bundle = Api.admin().get(list + "&format=zip&kind=daily-usage").jsonPath();
    assertThat(bundle.getList("items.id")).containsExactly(ids.getLast());
    assertThat(bundle.getString("items[0].period.from")).isEqualTo("2023-01-06T00:00:00Z");
    String digest = run.getString("artifacts[0].sha256");
    Api.admin()
        .get(list + "&format=csv&sha256=" + digest + "&fields=id,format")
        .then()
        .body("items[0]", equalTo(java.util.Map.of("id", ids.getFirst(), "format", "csv")));
    Api.admin().get(list + "&kind=billing").then().body("items.size()", equalTo(0));
    Api.admin()
        .get("/api/v1/artifacts/" + ids.getFirst())
        .then()
        .body("kind", equalTo("daily-usage"))
        .body("runUrl", equalTo(RUNS + "/" + run.get("id")));
    for (String fault : List.of("format=pdf", "sort=kind", "cursor=zzz", "createdTo=soon")) {
      Api.admin()
          .get("/api/v1/artifacts?" + fault)
          .then()
          .statusCode(400)
          .body("errors[0].field", equalTo(fault.substring(0, fault.indexOf('='))));
    }
  }

  @Test
  void rolesDecide() {
    Api.as(TestKeys.VIEWER)
        .contentType(ContentType.JSON)
        .body(A_DAY)
        .post(RUNS)
        .then()
        .statusCode(403);
    Api.as(TestKeys.BILLING_ADMIN)
        .contentType(ContentType.JSON)
        .body(A_DAY)
        .post(RUNS)
        .then()
        .statusCode(202);
    io.restassured.RestAssured.given().get(RUNS).then().statusCode(401);
    io.restassured.RestAssured.given().get("/api/v1/artifacts").then().statusCode(401);
    Api.as("ll_00000000_x").get(RUNS).then().statusCode(401);
    Api.admin().get(RUNS + "/" + UUID.randomUUID()).then().statusCode(404);
    Api.admin().get(RUNS + "/nonsense").then().statusCode(400);
    Api.as(TestKeys.VIEWER)
        .get("/api/v1/report-kinds")
        .then()
        .statusCode(200)
        .body("items.name", hasItem("daily-usage"));
  }
}
