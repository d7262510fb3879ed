package io.ledgerline.report.rollup.rebuild.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.ledgerline.contracts.message.UsageBatch;
import io.ledgerline.report.ledger.LedgerLine;
import io.ledgerline.report.rollup.store.ShadowTables;
import io.ledgerline.report.testing.Api;
import io.ledgerline.report.testing.LedgerFixture;
import io.ledgerline.report.testing.ReportServiceTest;
import io.ledgerline.report.testing.RollupProbe;
import io.ledgerline.testkit.TestKeys;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each test has a month of its own. */
@ReportServiceTest
class RebuildIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Inject Pool database;
  @Inject ShadowTables shadows;
  private LedgerFixture ledger;
  private RollupProbe rollups;

  @BeforeEach
  void emptyLedger() {
    ledger = new LedgerFixture();
    ledger.reset();
    rollups = new RollupProbe(database);
  }

  private String askFor(YearMonth month, boolean removeUnknown) {
    return Api.admin()
        .contentType(ContentType.JSON)
        .body(
            "{\"from\":\"%s-01T00:00:00Z\",\"to\":\"%s-01T00:00:00Z\",\"reason\":\"test\",\"removeUnknown\":%s}"
                .formatted(month, month.plusMonths(1), removeUnknown))
        .post("/api/v1/rollups/rebuilds")
        .then()
        .statusCode(202)
        .extract()
        .path("id");
  }

  private static JsonPath await(String id, String state) {
    return Awaitility.await("rebuild " + id + " " + state)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(
            () ->
                Api.admin()
                    .get("/api/v1/rollups/rebuilds/" + id)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath(),
            job -> state.equals(job.getString("state")));
  }

  private List<LedgerLine> record(YearMonth month, int batches) {
    List<LedgerLine> all = new ArrayList<>();
    for (int i = 0; i < batches; i++) {
      List<LedgerLine> lines = RollupProbe.lines(month, 20);
      rollups.awaitApplied(ledger.record(lines).batchId());
      all.addAll(lines);
    }
    return all;
  }

  private void sql(String sql, Object... values) {
    int changed =
        database.preparedQuery(sql).execute(Tuple.wrap(values)).await().atMost(PATIENCE).rowCount();
    assertThat(changed).as("rows that '%s' changed", sql).isPositive();
  }

  @Test
  void aFalsifiedRowIsNamedAndTheSumsAreTheLedgersAgainWhileUsageComesIn() {
    YearMonth month = YearMonth.of(2019, 1);
    List<LedgerLine> all = new ArrayList<>(record(month, 5));
    sql(
        """
        UPDATE rollup SET quantity = quantity + 7, events = events + 1
        WHERE (charge_quarter, dimension_set, posting_quarter, meter) IN (
          SELECT charge_quarter, dimension_set, posting_quarter, meter FROM rollup
          WHERE charge_quarter >= $1::text::timestamptz
            AND charge_quarter < $1::text::timestamptz + interval '1 month'
            AND meter <> 0 LIMIT 1)""",
        month + "-01 00:00+00");
    assertThat(rollups.sums(month)).isNotEqualTo(RollupProbe.sums(all));
    AtomicBoolean on = new AtomicBoolean(true);
    CompletableFuture<List<UUID>> traffic =
        CompletableFuture.supplyAsync(
            () -> {
              List<UUID> sent = new ArrayList<>();
              do {
                List<LedgerLine> lines = RollupProbe.lines(month, 20);
                UsageBatch batch = ledger.commit(lines);
                ledger.publish(batch);
                all.addAll(lines);
                sent.add(batch.batchId());
              } while (on.get());
              return sent;
            });
    JsonPath job = await(askFor(month, false), "COMPLETED");
    on.set(false);
    traffic.join().forEach(rollups::awaitApplied);
    assertThat(rollups.sums(month)).isEqualTo(RollupProbe.sums(all));
    assertThat(job.getLong("findings[0].differences")).isEqualTo(1);
    assertThat(job.getLong("findings[0].first[0].oldEvents"))
        .isEqualTo(job.getLong("findings[0].first[0].newEvents") + 1);
    assertThat(job.getString("findings[0].first[0].meter")).isNotNull();
    assertThat(rollups.leftovers(month)).isEmpty();
  }

  @Test
  void aBatchOfTheLedgerThatWasNotAppliedYetEntersOnceThoughItComesLater() {
    YearMonth month = YearMonth.of(2019, 2);
    List<LedgerLine> all = new ArrayList<>(record(month, 1));
    List<LedgerLine> late = RollupProbe.lines(month, 20);
    UsageBatch batch = ledger.commit(late);
    all.addAll(late);
    await(askFor(month, false), "COMPLETED");
    assertThat(rollups.sums(month)).isEqualTo(RollupProbe.sums(all));
    ledger.publish(batch);
    rollups.awaitApplied(ledger.record(List.of(RollupProbe.line(YearMonth.of(2018, 1)))).batchId());
    rollups.awaitReceipt(batch.batchId());
    assertThat(rollups.sums(month)).isEqualTo(RollupProbe.sums(all));
  }

  @Test
  void whatBatchesAreSaidToHaveAddedIsMended() {
    YearMonth month = YearMonth.of(2019, 3);
    List<LedgerLine> lines = RollupProbe.lines(month, 20);
    UUID changed = ledger.record(lines).batchId();
    rollups.awaitApplied(changed);
    List<LedgerLine> others = RollupProbe.lines(month, 20);
    UUID missing = ledger.record(others).batchId();
    rollups.awaitApplied(missing);
    String addedByChanged = rollups.added(changed);
    String addedByMissing = rollups.added(missing);
    sql("UPDATE applied_batch SET added = '{}', events = 1 WHERE batch_id = $1", changed);
    sql("DELETE FROM applied_batch WHERE batch_id = $1", missing);
    JsonPath job = await(askFor(month, false), "COMPLETED");
    assertThat(job.getLong("findings[0].mendedBatches")).isEqualTo(1);
    assertThat(rollups.added(changed)).isEqualTo(addedByChanged);
    assertThat(rollups.added(missing)).isEqualTo(addedByMissing);
    List<LedgerLine> all = new ArrayList<>(lines);
    all.addAll(others);
    assertThat(rollups.sums(month)).isEqualTo(RollupProbe.sums(all));
  }

  @Test
  void dimensionSetsThatSomebodyChangedSayAgainWhatTheLedgerSays() {
    YearMonth month = YearMonth.of(2019, 10);
    record(month, 2);
    sql(
        "UPDATE dimension_set SET source_account = 'elsewhere' WHERE source_account = 'account-1' AND tenant = 'default'");
    await(askFor(month, false), "COMPLETED");
    assertThat(rollups.sourceAccounts(month))
        .containsExactly("account-0", "account-1", "account-2");
  }

  @Test
  void anAppliedBatchThatTheLedgerDoesNotHaveFailsTheJobUnlessItIsToBeRemoved() {
    YearMonth month = YearMonth.of(2019, 4);
    List<LedgerLine> known = record(month, 1);
    List<LedgerLine> unknown = RollupProbe.lines(month, 5);
    UsageBatch stranger = LedgerFixture.batch(unknown, LedgerFixture.POSTED);
    ledger.publish(stranger);
    rollups.awaitApplied(stranger.batchId());
    var before = rollups.sums(month);
    JsonPath failed = await(askFor(month, false), "FAILED");
    assertThat(failed.getString("failure.code")).isEqualTo("unknown-batches");
    assertThat(failed.getLong("findings[0].unknownBatches")).isEqualTo(1);
    assertThat(rollups.sums(month)).isEqualTo(before);
    assertThat(rollups.leftovers(month)).isEmpty();
    await(askFor(month, true), "COMPLETED");
    assertThat(rollups.sums(month)).isEqualTo(RollupProbe.sums(known));
  }

  @Test
  void aJobWhoseReplicaDiedIsTakenOver() {
    YearMonth month = YearMonth.of(2019, 5);
    List<LedgerLine> all = record(month, 2);
    UUID job = UUID.randomUUID();
    sql(
        """
        INSERT INTO rollup_rebuild (id, tenant, state, asked_from, asked_to, reason, remove_unknown,
          created_by, created_at, fencing, lease_owner, lease_until, attempts, progress)
        VALUES ($1, 'default', 'RUNNING', '2019-05-01 00:00+00', '2019-06-01 00:00+00', 'test', false,
          'x', now() - interval '1 hour', 1, 'dead', now() - interval '1 minute', 1,
          '{"month":"2019-05","table":"rollup_y2019m05_dead","readTo":{"default":1},"batches":1}')""",
        job);
    await(job.toString(), "COMPLETED");
    assertThat(rollups.sums(month)).isEqualTo(RollupProbe.sums(all));
    assertThat(rollups.leftovers(month)).isEmpty();
  }

  @Test
  void aJobIsTakenUpWhereItsDeadReplicaLeftIt() {
    YearMonth month = YearMonth.of(2019, 9);
    List<LedgerLine> all = new ArrayList<>(record(month, 2));
    UUID job = UUID.randomUUID();
    String table =
        shadows
            .begin(month, job, 1, transaction -> Uni.createFrom().voidItem())
            .await()
            .atMost(PATIENCE);
    all.addAll(record(month, 2)); // enters both tables
    sql(
        """
        INSERT INTO rollup_rebuild (id, tenant, state, asked_from, asked_to, reason, remove_unknown,
          created_by, created_at, fencing, lease_owner, lease_until, attempts, progress)
        VALUES ($1, 'default', 'RUNNING', '2019-09-01 00:00+00', '2019-10-01 00:00+00', 'test', false,
          'x', now() - interval '1 hour', 1, 'dead', now() - interval '1 minute', 1,
          format('{"month":"2019-09","table":"%s","readTo":{},"batches":0}', $2::text)::jsonb)""",
        job, table);
    JsonPath done = await(job.toString(), "COMPLETED");
    assertThat(done.getLong("findings[0].differences")).isZero();
    assertThat(done.getLong("findings[0].batches")).isEqualTo(4);
    assertThat(rollups.sums(month)).isEqualTo(RollupProbe.sums(all));
    assertThat(rollups.leftovers(month)).isEmpty();
  }

  @Test
  void aLongReaderHoldsUpTheSwitchButNotTheIntake() {
    YearMonth month = YearMonth.of(2019, 11);
    List<LedgerLine> all = new ArrayList<>(record(month, 1));
    SqlConnection reader = database.getConnectionAndAwait();
    try {
      reader.query("BEGIN").executeAndAwait();
      reader.query("SELECT count(*) FROM rollup").executeAndAwait();
      String id = askFor(month, false);
      Awaitility.await()
          .atMost(PATIENCE)
          .until(() -> !await(id, "RUNNING").getList("findings").isEmpty());
      all.addAll(record(month, 3));
      assertThat(await(id, "RUNNING").getString("state")).isEqualTo("RUNNING");
      reader.query("COMMIT").executeAndAwait();
      await(id, "COMPLETED");
    } finally {
      reader.close().await().atMost(PATIENCE);
    }
    assertThat(rollups.sums(month)).isEqualTo(RollupProbe.sums(all));
  }

  @Test
  void whileTheLedgerIsAwayAJobWaitsAndGoesOnWhenItIsBack() {
    YearMonth month = YearMonth.of(2019, 6);
    List<LedgerLine> all = record(month, 2);
    ledger.answerWith(503);
    String id = askFor(month, false);
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () ->
                "dependency-unavailable"
                    .equals(
                        Api.admin()
                            .get("/api/v1/rollups/rebuilds/" + id)
                            .jsonPath()
                            .getString("failure.code")));
    ledger.cutStreams(1, 1);
    JsonPath job = await(id, "COMPLETED");
    assertThat(job.getInt("attempts")).isGreaterThan(1);
    assertThat(rollups.sums(month)).isEqualTo(RollupProbe.sums(all));
  }

  @Test
  void aSpanIsWidenedToWholeMonthsAndSaysSo() {
    Api.admin()
        .contentType(ContentType.JSON)
        .body(
            "{\"from\":\"2019-07-10T00:00:00Z\",\"to\":\"2019-07-11T00:00:00Z\",\"reason\":\"r\"}")
        .post("/api/v1/rollups/rebuilds")
        .then()
        .statusCode(202)
        .body("widened", is(true))
        .body("from", is("2019-07-01T00:00:00Z"))
        .body("to", is("2019-08-01T00:00:00Z"));
  }

  @Test
  void onlyAdminsRebuildAndEachTenantSeesItsOwnJobs() {
    String id = askFor(YearMonth.of(2019, 8), false);
    Api.as(TestKeys.BILLING_ADMIN).get("/api/v1/rollups/rebuilds").then().statusCode(403);
    Api.as(TestKeys.OTHER_TENANT).get("/api/v1/rollups/rebuilds/" + id).then().statusCode(404);
    assertThat(
            Api.admin().get("/api/v1/rollups/rebuilds?limit=1").jsonPath().getString("items[0].id"))
        .isEqualTo(id);
  }
}
