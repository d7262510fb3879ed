package io.ledgerline.report.vendor.dynamoguard.rest;

import static io.ledgerline.report.vendor.dynamoguard.rest.SdkCalls.KEYS;
import static io.ledgerline.report.vendor.dynamoguard.rest.SdkCalls.REPORTS;
import static io.ledgerline.report.vendor.dynamoguard.rest.SdkCalls.admin;
import static io.ledgerline.report.vendor.dynamoguard.rest.SdkCalls.dates;
import static io.ledgerline.report.vendor.dynamoguard.rest.SdkCalls.generate;
import static io.ledgerline.report.vendor.dynamoguard.rest.SdkCalls.made;
import static io.ledgerline.report.vendor.dynamoguard.rest.SdkCalls.poll;
import static io.ledgerline.report.vendor.dynamoguard.rest.SdkCalls.post;
import static io.ledgerline.report.vendor.dynamoguard.rest.SdkCalls.sdk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerline.contracts.message.UsageBatch;
import io.ledgerline.report.ledger.store.VerifiedHeadStore;
import io.ledgerline.report.testing.Api;
import io.ledgerline.report.testing.LedgerFixture;
import io.ledgerline.report.testing.ReportServiceTest;
import io.ledgerline.report.testing.RollupProbe;
import io.ledgerline.report.vendor.dynamoguard.Usage;
import io.ledgerline.testkit.TestKeys;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract's acceptance cases over HTTP, by their numbers. */
@ReportServiceTest
class DynamoGuardIT {
  private static final String SETTINGS = "/api/v1/vendors/dynamoguard/settings";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final LedgerFixture ledger = new LedgerFixture();

  @Inject Pool database;
  @Inject VerifiedHeadStore heads;

  private UsageBatch usage;

  @BeforeEach
  void aLedgerOfTheContractsUsage() {
    ledger.reset();
    usage = ledger.record(Usage.U);
    new RollupProbe(database).awaitApplied(usage.batchId());
  }

  @AfterEach
  void anEmptyLedger() {
    ledger.reset();
    settle("{}");
  }

  private static void settle(String settings) {
    Api.admin().contentType(ContentType.JSON).body(settings).put(SETTINGS).then().statusCode(200);
  }

  @Test
  void case01AReportWaitsWithAllTheKeysOfTheTable() {
    JsonPath asked = generate("2024-11-07", "2024-11-08");
    assertThat(asked.getMap("").keySet()).isEqualTo(new TreeSet<>(KEYS));
    assertThat(asked.getInt("id")).isPositive();
    assertThat(asked.getString("fromTime")).isEqualTo("2024-11-07T00:00:00.000Z");
    assertThat(asked.getString("toTime")).isEqualTo("2024-11-08T00:00:00.000Z");
    assertThat(asked.getString("dataStorePath")).isNull();
    assertThat(asked.getBoolean("isBillingDataCorrupted")).isFalse();
    assertThat(asked.getString("status")).isEqualTo("QUEUED");
    assertThat(asked.getString("jobId")).matches("^[0-9a-f]{24}$");
  }

  @Test
  void case02And03ItIsCompletedWithThatIdAndJobAndOneHundredTokens() {
    JsonPath asked = generate("2024-11-07", "2024-11-08");
    JsonPath report = poll(asked.getInt("id"));
    assertThat(report.getString("status")).isEqualTo("COMPLETED");
    assertThat(report.getString("dataStorePath")).endsWith(".zip");
    assertThat(report.getInt("id")).isEqualTo(asked.getInt("id"));
    assertThat(report.getString("jobId")).isEqualTo(asked.getString("jobId"));
    assertThat(report.getBoolean("isBillingDataCorrupted")).isFalse();
    assertThat(report.getInt("totals.totalTokens")).isEqualTo(100);
    assertThat(report.getInt("totals.requests")).isEqualTo(3);
    assertThat(report.getInt("totals.byEndpoint.analyze.totalTokens")).isEqualTo(50);
  }

  @Test
  void case04DaysAreHalfOpen() {
    int first = generate("2024-11-06", "2024-11-07").getInt("id");
    int all = generate("2024-11-06", "2024-11-09").getInt("id");
    assertThat(poll(first).getInt("totals.totalTokens")).isEqualTo(100);
    assertThat(poll(all).getInt("totals.totalTokens")).isEqualTo(1200);
  }

  @Test
  void case05ADownloadWaitsForTheReportAndItsZipProvesItself() throws Exception {
    ledger.answerWith(503);
    int id = generate("2024-11-07", "2024-11-08").getInt("id");
    admin()
        .get(REPORTS + "/" + id + "/download")
        .then()
        .statusCode(409)
        .body("statusCode", equalTo(409))
        .body("error", equalTo("Conflict"));
    ledger.answerWith(0);
    poll(id);
    Map<String, byte[]> zip = unzipped(download(id));
    assertThat(zip).containsKeys("billing_report.csv", "summary.json", "manifest.json");
    JsonNode manifest = JSON.readTree(zip.get("manifest.json"));
    assertThat(manifest.at("/counts/rows").asInt()).isEqualTo(2);
    assertThat(manifest.at("/reconciliation/result").asText()).isEqualTo("RECONCILED");
    Map<String, String> proved = new TreeMap<>();
    manifest
        .get("files")
        .forEach(f -> proved.put(f.get("name").asText(), f.get("sha256").asText()));
    assertThat(proved.keySet()).containsExactly("billing_report.csv", "summary.json");
    for (Map.Entry<String, String> file : proved.entrySet()) {
      assertThat(sha256(zip.get(file.getKey()))).isEqualTo(file.getValue());
    }
    assertThat(JSON.readTree(zip.get("summary.json")).at("/totals/totalTokens").asInt())
        .isEqualTo(100);
  }

  private static byte[] download(int id) {
    String url =
        admin().get(REPORTS + "/" + id + "/download").then().statusCode(200).extract().path("url");
    return RestAssured.given()
        .urlEncodingEnabled(false)
        .get(url)
        .then()
        .statusCode(200)
        .contentType("application/zip")
        .extract()
        .asByteArray();
  }

  private static Map<String, byte[]> unzipped(byte[] archive) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  @Test
  void case06OnlyAdminsMayAndEveryRefusalIsJson() {
    String body = dates("2024-11-07", "2024-11-08");
    for (String key : List.of(TestKeys.VIEWER, TestKeys.INGEST)) {
      post(sdk(key), body)
          .statusCode(403)
          .body("statusCode", equalTo(403))
          .body("error", equalTo("Forbidden"))
          .body("message", notNullValue());
    }
    post(sdk(TestKeys.ADMIN), body).statusCode(201);
    for (String key : new String[] {null, "ll_00000009_wrong"}) {
      sdk(key)
          .get(REPORTS)
          .then()
          .statusCode(401)
          .contentType("application/json")
          .body("statusCode", equalTo(401))
          .body("error", equalTo("Unauthorized"))
          .body("message", notNullValue());
    }
    admin().get("/v1/nothing").then().statusCode(404).body("statusCode", equalTo(404));
    admin().delete(REPORTS).then().statusCode(405).body("message", notNullValue());
  }

  @Test
  void case07BadDatesAreRefusedAndNothingIsStored() {
    int before = admin().get(REPORTS).then().extract().jsonPath().getList("").size();
    for (String body :
        List.of(
            dates("2024-11-07", "2024-11-07"),
            dates("2024-13-01", "2024-11-08"),
            "{\"fromDate\": \"2024-11-07\"}",
            "{\"fromDate\": 5, \"toDate\": null}",
            "[]",
            "null",
            "{")) {
      post(admin(), body).statusCode(400).body("statusCode", equalTo(400));
    }
    assertThat(admin().get(REPORTS).then().extract().jsonPath().getList("")).hasSize(before);
  }

  @Test
  void case08And11ListsAreNewestFirstAndARepeatedCallIsOneReport() {
    int first = generate("2024-11-07", "2024-11-08").getInt("id");
    String key = "dynamoguard-" + first;
    String body = dates("2024-11-06", "2024-11-08");
    List<CompletableFuture<Integer>> calls =
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () ->
                            post(admin().header("Idempotency-Key", key), body)
                                .statusCode(201)
                                .extract()
                                .<Integer>path("id")))
            .toList();
    assertThat(calls.stream().map(CompletableFuture::join).distinct()).containsExactly(first + 1);
    post(admin().header("Idempotency-Key", key), dates("2024-11-05", "2024-11-08"))
        .statusCode(422)
        .body("error", notNullValue());
    List<Map<String, Object>> all =
        admin().get(REPORTS).then().statusCode(200).extract().jsonPath().getList("");
    assertThat(all.get(0)).containsEntry("id", first + 1).containsKeys(KEYS.toArray(String[]::new));
    assertThat(all.get(1)).containsEntry("id", first).containsKeys(KEYS.toArray(String[]::new));
    admin()
        .queryParam("before", first + 1)
        .queryParam("limit", 1)
        .get(REPORTS)
        .then()
        .body("id", equalTo(List.of(first)));
  }

  @Test
  void numbersHaveNoGapsWhenManyAskAtOnceAndOtherTenantsHaveTheirOwn() {
    int last = generate("2024-11-07", "2024-11-08").getInt("id");
    List<Integer> ids =
        IntStream.range(0, 12)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> generate("2024-11-07", "2024-11-08").getInt("id")))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .sorted()
            .toList();
    assertThat(ids).isEqualTo(IntStream.rangeClosed(last + 1, last + 12).boxed().toList());
    sdk(TestKeys.OTHER_TENANT).get(REPORTS).then().statusCode(200).body("", empty());
    sdk(TestKeys.OTHER_TENANT).get(REPORTS + "/" + last).then().statusCode(404);
    post(sdk(TestKeys.OTHER_TENANT), dates("2024-11-07", "2024-11-08")).body("id", equalTo(1));
  }

  @Test
  void case09AnUnknownReportIs404() {
    for (String id : List.of("999999", "x", "0", "-1", "99999999999")) {
      admin().get(REPORTS + "/" + id).then().statusCode(404).body("error", equalTo("Not Found"));
      admin().get(REPORTS + "/" + id + "/download").then().statusCode(404);
    }
  }

  @Test
  void case10TheVersionIsThreeNumbersForEverybody() {
    sdk(null)
        .get("/v1/version")
        .then()
        .statusCode(200)
        .body("version", matchesPattern("[0-9]+\\.[0-9]+\\.[0-9]+"));
  }

  @Test
  void case12ALateEventIsInTheNextReportOnly() throws Exception {
    int first = made("2024-11-07", "2024-11-08").getInt("id");
    byte[] before = download(first);
    UsageBatch late = ledger.record(List.of(Usage.call("2024-11-07T13:00:00Z", "chat", 5, 5)));
    new RollupProbe(database).awaitApplied(late.batchId());
    assertThat(made("2024-11-07", "2024-11-08").getInt("totals.totalTokens")).isEqualTo(110);
    assertThat(SdkCalls.get(first).getInt("totals.totalTokens")).isEqualTo(100);
    assertThat(download(first)).isEqualTo(before);
  }

  @Test
  void case13ATamperedRowMakesTheReportSaySo() throws Exception {
    ledger.loseRow(usage, Usage.U.get(2).id());
    JsonPath report = made("2024-11-07", "2024-11-08");
    assertThat(report.getString("status")).isEqualTo("COMPLETED");
    assertThat(report.getBoolean("isBillingDataCorrupted")).isTrue();
    assertThat(
            JSON.readTree(unzipped(download(report.getInt("id"))).get("summary.json"))
                .at("/ledgerVerification/findings")
                .asInt())
        .isEqualTo(1);
    assertThat(made("2024-11-08", "2024-11-09").getBoolean("isBillingDataCorrupted")).isFalse();
    assertThat(heads.find().await().atMost(Duration.ofSeconds(30)))
        .as("a report of which nothing was found notes how far the chain was right")
        .hasValueSatisfying(head -> assertThat(head.sealNo()).isPositive());
  }

  @Test
  void case14TheSdksFlowRunsFromItsConstructorToTheZip() throws Exception {
    sdk(TestKeys.BILLING_ADMIN).get("/v1/version").then().statusCode(200);
    int id = generate("2024-11-07", "2024-11-08").getInt("id");
    assertThat(poll(id).getString("status")).isEqualTo("COMPLETED");
    assertThat(new String(unzipped(download(id)).get("billing_report.csv"), StandardCharsets.UTF_8))
        .contains("2024-11-07,chat,65a1f0c2e4b0a1b2c3d4e5f6,ann,1,20,30,50");
    Api.admin()
        .get("/api/v1/report-kinds")
        .then()
        .body("items.name", hasItem("dynamoguard-billing"));
  }

  @Test
  void oldSdksAskUnderTheirOldNameAndHaveTheirListsWrapped() {
    int id =
        admin()
            .header("Content-Type", "application/json")
            .body(dates("2024-11-07", "2024-11-08"))
            .post("/v1/billing/report")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    settle("{\"list\": \"data\"}");
    admin().get(REPORTS).then().statusCode(200).body("data[0].id", equalTo(id));
  }

  @Test
  void daysBeforeBillingWasEnabledAreLeftOutAndNamed() {
    settle("{\"billingEnabledFrom\": \"2024-11-07T00:00:00Z\", \"environment\": \"eu\"}");
    Api.as(TestKeys.VIEWER)
        .get(SETTINGS)
        .then()
        .statusCode(200)
        .body("billingEnabledFrom", equalTo("2024-11-07T00:00:00.000Z"))
        .body("environment", equalTo("eu"));
    int some = generate("2024-11-06", "2024-11-09").getInt("id");
    int none = generate("2024-11-05", "2024-11-07").getInt("id");
    JsonPath report = poll(some);
    assertThat(report.getString("fromTime")).isEqualTo("2024-11-06T00:00:00.000Z");
    assertThat(report.getInt("totals.totalTokens")).isEqualTo(1100);
    assertThat(report.getString("validationError")).contains("2024-11-06 is left out");
    JsonPath empty = poll(none);
    assertThat(empty.getString("status")).isEqualTo("COMPLETED");
    assertThat(empty.getInt("totals.totalTokens")).isZero();
    assertThat(empty.getString("validationError")).contains("2024-11-05 to 2024-11-06");
    Api.as(TestKeys.VIEWER)
        .contentType(ContentType.JSON)
        .body("{}")
        .put(SETTINGS)
        .then()
        .statusCode(403);
  }
}
