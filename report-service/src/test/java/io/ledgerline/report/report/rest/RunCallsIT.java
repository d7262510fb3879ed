package io.ledgerline.report.report.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.ledgerline.contracts.message.UsageBatch;
import io.ledgerline.report.report.dailyusage.BedrockSamples;
import io.ledgerline.report.testing.Api;
import io.ledgerline.report.testing.LedgerFixture;
import io.ledgerline.report.testing.ReportServiceTest;
import io.ledgerline.report.testing.RollupProbe;
import io.ledgerline.testkit.TestKeys;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReportServiceTest
class RunCallsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String RUNS = "/api/v1/report-runs";
  private static final String MAY_25 = "{\"type\":\"day\",\"day\":\"2024-05-25\"}";
  private static final String MAY_26 = "{\"type\":\"day\",\"day\":\"2024-05-26\"}";

  private final LedgerFixture ledger = new LedgerFixture();

  @Inject Pool database;

  @BeforeEach
  @AfterEach
  void anEmptyWellBehavedLedger() {
    ledger.reset();
  }

  private static ValidatableResponse ask(String key, String period) {
    return Api.admin()
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", key)
        .body("{\"kind\":\"daily-usage\",\"period\":" + period + "}")
        .post(RUNS)
        .then();
  }

  private static ValidatableResponse cancel(String id) {
    return Api.admin().post(RUNS + "/" + id + "/cancel").then();
  }

  private long count(String sql, Object value) {
    return database
        .preparedQuery(sql)
        .execute(Tuple.of(value))
        .map(rows -> rows.iterator().next().getLong(0))
        .await()
        .atMost(PATIENCE);
  }

  private void run(String sql, Object... values) {
    database.preparedQuery(sql).execute(Tuple.from(List.of(values))).await().atMost(PATIENCE);
  }

  @Test
  void theSameCallMadeAgainFindsItsRun() {
    String key = UUID.randomUUID().toString();
    String id =
        ask(key, MAY_25)
            .statusCode(202)
            .header("Idempotency-Replayed", nullValue())
            .extract()
            .path("id");
    Api.awaitRun(id, "COMPLETED");
    ask(key, MAY_25)
        .statusCode(202)
        .header("Idempotency-Replayed", equalTo("true"))
        .header("Location", endsWith(RUNS + "/" + id))
        .body("id", equalTo(id))
        .body("state", equalTo("COMPLETED"));
    ask(UUID.randomUUID().toString(), MAY_25).statusCode(202).body("id", notNullValue());
  }

  @Test
  void aKeyOfAnotherBodyIsRefused() {
    String key = UUID.randomUUID().toString();
    ask(key, MAY_25).statusCode(202);
    ask(key, MAY_26)
        .statusCode(422)
        .body("code", equalTo("idempotency-key-reused"))
        .body("errors[0].field", equalTo("Idempotency-Key"));
    ask("k".repeat(256), MAY_26)
        .statusCode(400)
        .body("errors[0].field", equalTo("Idempotency-Key"));
    assertThat(count("SELECT count(*) FROM report_run WHERE idempotency_key = $1", key))
        .isEqualTo(1);
  }

  @Test
  void manyCallsAtOnceWithOneKeyMakeOneRun() {
    String key = UUID.randomUUID().toString();
    List<CompletableFuture<String>> calls =
        IntStream.range(0, 12)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> ask(key, MAY_25).statusCode(202).extract().<String>path("id")))
            .toList();
    assertThat(calls.stream().map(CompletableFuture::join).distinct()).hasSize(1);
  }

  @Test
  void aRunThatWaitsIsCancelledAtOnceAndStaysSo() {
    ledger.answerWith(503);
    String id = Api.askForRun(MAY_25);
    cancel(id)
        .statusCode(200)
        .body("state", equalTo("FAILED"))
        .body("failure.code", equalTo("cancelled"))
        .body("completedAt", notNullValue());
    ledger.answerWith(0);
    cancel(id).statusCode(200).body("failure.code", equalTo("cancelled"));
    assertThat(Api.run(id).getString("state")).isEqualTo("FAILED");
  }

  @Test
  void aRunThatIsBeingMadeIsCancelledAndStoresNothing() {
    ledger.commit(BedrockSamples.ledger());
    String id = Api.askForRun(MAY_25);
    org.awaitility.Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> Api.run(id).getString("progress.step"), "waiting-for-rollups"::equals);
    assertThat(Api.run(id).getInt("progress.total")).isEqualTo(1);
    cancel(id).statusCode(200).body("failure.code", equalTo("cancelled"));
    org.awaitility.Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () ->
                count(
                        "SELECT count(*) FROM report_line_mark WHERE run_id = $1",
                        UUID.fromString(id))
                    == 0);
    assertThat(count("SELECT count(*) FROM artifact WHERE run_id = $1", UUID.fromString(id)))
        .isZero();
    assertThat(Api.run(id).getString("failure.code")).isEqualTo("cancelled");
  }

  @Test
  void aRunThatIsOverCannotBeCancelled() {
    String id = Api.askForRun(MAY_25);
    Api.awaitRun(id, "COMPLETED");
    cancel(id).statusCode(409).body("code", equalTo("conflict"));
    cancel(UUID.randomUUID().toString()).statusCode(404);
    Api.as(TestKeys.OTHER_TENANT).post(RUNS + "/" + id + "/cancel").then().statusCode(404);
    Api.as(TestKeys.VIEWER).post(RUNS + "/" + id + "/cancel").then().statusCode(403);
    assertThat(Api.run(id).getString("state")).isEqualTo("COMPLETED");
  }

  @Test
  void tenThousandRunsOfOneTenantHoldUpNobodyElse() {
    String flood = "flood-" + UUID.randomUUID();
    run(
        "INSERT INTO report_run (id, tenant, kind, state, period, period_from, period_to, zone,"
            + " deliveries, created_at, created_by) SELECT gen_random_uuid(), $1, 'daily-usage',"
            + " 'QUEUED', '{\"type\":\"day\",\"day\":\"2023-01-01\",\"zone\":\"UTC\"}',"
            + " '2023-01-01Z', '2023-01-02Z', 'UTC', '[]', '2023-01-03Z', $2"
            + " FROM generate_series(1, 10000)",
        tenantOf(TestKeys.OTHER_TENANT),
        flood);
    try {
      Api.as(TestKeys.OTHER_TENANT)
          .contentType(ContentType.JSON)
          .body("{\"kind\":\"daily-usage\",\"period\":" + MAY_25 + "}")
          .post(RUNS)
          .then()
          .statusCode(429)
          .header("Retry-After", equalTo("30"))
          .body("code", equalTo("too-many-runs"));
      Api.awaitRun(Api.askForRun(MAY_25), "COMPLETED");
      assertThat(
              count(
                  "SELECT count(*) FROM report_run WHERE created_by = $1 AND state = 'QUEUED'",
                  flood))
          .isGreaterThan(1000);
    } finally {
      run("DELETE FROM report_run WHERE created_by = $1 AND state = 'QUEUED'", flood);
    }
  }

  private static String tenantOf(String key) {
    return key.equals(TestKeys.OTHER_TENANT) ? "other" : "default";
  }

  @Test
  void runsAreFoundByWhenTheyWereAskedForAndByPeriod() {
    String early = Api.askForRun("{\"type\":\"day\",\"day\":\"2023-03-01\"}");
    String late = Api.askForRun("{\"type\":\"month\",\"month\":\"2023-03\"}");
    String within = RUNS + "?limit=1000&periodFrom=2023-03-01T00:00:00Z&periodTo=";
    List<String> first = ids(within + "2023-03-02T00:00:00Z");
    assertThat(first).contains(early, late);
    assertThat(ids(within + "2023-03-01T00:00:00Z")).doesNotContain(early, late);
    assertThat(ids(RUNS + "?limit=1000&periodFrom=2023-03-02T00:00:00Z"))
        .contains(late)
        .doesNotContain(early);
    String asked = Api.run(early).getString("createdAt");
    assertThat(ids(RUNS + "?limit=1000&createdFrom=" + asked)).contains(early, late);
    assertThat(ids(RUNS + "?limit=1000&createdTo=" + asked)).doesNotContain(early, late);
    List<String> froms =
        Api.admin()
            .get(RUNS + "?limit=1000&sort=periodFrom")
            .jsonPath()
            .getList("items.period.from", String.class);
    assertThat(froms).isSorted();
    assertThat(ids(RUNS + "?kind=no-such-kind")).isEmpty();
    String cursor = Api.admin().get(RUNS + "?limit=1").jsonPath().getString("nextCursor");
    refused("?sort=periodFrom&cursor=" + cursor, "cursor");
    refused("?createdFrom=yesterday", "createdFrom");
    refused("?periodTo=2023-13-01T00:00:00Z", "periodTo");
    refused("?sort=-size", "sort");
  }

  private static List<String> ids(String path) {
    return Api.admin()
        .get(path)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items.id", String.class);
  }

  private static void refused(String query, String field) {
    Api.admin().get(RUNS + query).then().statusCode(400).body("errors[0].field", equalTo(field));
  }

  @Test
  void aPreviewTellsTheTotalsThatTheRunHas() {
    UsageBatch batch = ledger.record(BedrockSamples.ledger());
    new RollupProbe(database).awaitApplied(batch.batchId());
    JsonPath preview =
        Api.as(TestKeys.VIEWER)
            .contentType(ContentType.JSON)
            .body("{\"kind\":\"daily-usage\",\"period\":" + MAY_25 + "}")
            .post(RUNS + "/preview")
            .then()
            .statusCode(200)
            .body("from", equalTo("2024-05-25T00:00:00Z"))
            .body("to", equalTo("2024-05-26T00:00:00Z"))
            .extract()
            .jsonPath();
    assertThat(preview.getList("byModel.model", String.class)).doesNotHaveDuplicates();
    assertThat(preview.getInt("events")).isGreaterThanOrEqualTo(11);
    assertThat(preview.getList("byModel.events", Integer.class).stream().mapToInt(i -> i).sum())
        .isEqualTo(preview.getInt("events"));
    assertThat(preview.getList("costs.currency", String.class)).contains("USD");
    assertThat(preview.getString("quantities.input_tokens")).isNotNull();
    Api.as(TestKeys.VIEWER)
        .contentType(ContentType.JSON)
        .body("{\"kind\":\"daily-usage\",\"period\":{\"type\":\"month\",\"month\":\"2023-13\"}}")
        .post(RUNS + "/preview")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("period.month"));
    Api.as(TestKeys.INGEST)
        .contentType(ContentType.JSON)
        .body("{\"kind\":\"daily-usage\",\"period\":" + MAY_25 + "}")
        .post(RUNS + "/preview")
        .then()
        .statusCode(403);
  }

  @Test
  void aPreviewOfPartsOfQuarterHoursSaysWhatItCovers() {
    Api.admin()
        .contentType(ContentType.JSON)
        .body(
            """
            {"kind": "daily-usage",
             "period": {"type": "range", "from": "2022-01-02T03:04:05Z", "to": "2022-01-02T04:00:00Z"}}""")
        .post(RUNS + "/preview")
        .then()
        .statusCode(200)
        .body("from", equalTo("2022-01-02T03:00:00Z"))
        .body("to", equalTo("2022-01-02T04:00:00Z"))
        .body("period.from", equalTo("2022-01-02T03:04:05Z"))
        .body("events", equalTo(0))
        .body("costs", hasSize(0));
  }

  @Test
  void aCallerSaysWhichFieldsItWants() {
    String id = Api.askForRun(MAY_25);
    Api.awaitRun(id, "COMPLETED");
    String run = RUNS + "/" + id;
    Api.admin()
        .get(run + "?fields=id,totals.events,artifacts.size")
        .then()
        .statusCode(200)
        .contentType(ContentType.JSON)
        .body("keySet()", containsInAnyOrder("id", "totals", "artifacts"))
        .body("totals.keySet()", contains("events"))
        .body("artifacts[0].keySet()", contains("size"));
    Api.admin()
        .get(RUNS + "?limit=2&fields=id,state")
        .then()
        .statusCode(200)
        .body("items[0].keySet()", containsInAnyOrder("id", "state"))
        .body("nextCursor", notNullValue());
    refused("?fields=id,size", "fields");
    refused("?fields=", "fields");
  }

  @Test
  void whoHasTheSameAlreadyIsToldSo() {
    String id = Api.askForRun(MAY_25);
    Api.awaitRun(id, "COMPLETED");
    String run = RUNS + "/" + id;
    String tag = Api.admin().get(run).then().statusCode(200).extract().header("ETag");
    assertThat(tag).matches("\"[0-9a-f]{32}\"");
    assertThat(
            Api.admin()
                .header("If-None-Match", tag)
                .get(run)
                .then()
                .statusCode(304)
                .extract()
                .asString())
        .isEmpty();
    Api.admin().header("If-None-Match", "\"other\", W/" + tag).get(run).then().statusCode(304);
    Api.admin().header("If-None-Match", "\"other\"").get(run).then().statusCode(200);
    Api.admin().header("If-None-Match", tag).get(run + "?fields=id").then().statusCode(200);
    Api.admin().get(run).then().header("RateLimit-Limit", equalTo("6000"));
    Api.as(TestKeys.SERVICE).get(run).then().statusCode(200).header("RateLimit-Limit", nullValue());
  }
}
