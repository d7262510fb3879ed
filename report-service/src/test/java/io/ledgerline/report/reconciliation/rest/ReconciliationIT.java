package io.ledgerline.report.reconciliation.rest;

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
import io.ledgerline.testkit.TestKeys;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ReportServiceTest
class ReconciliationIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Each test has a day of its own, far from those of other tests. */
  private static final AtomicInteger DAYS = new AtomicInteger(0);

  private final LedgerFixture ledger = new LedgerFixture();
  private final String day =
      LocalDate.parse("2022-03-01").plusDays(DAYS.getAndIncrement()).toString();

  @Inject Pool database;

  @BeforeEach
  void anEmptyLedger() {
    ledger.reset();
  }

  private LedgerLine event(String id, String time, String account, int tokens) {
    return new LedgerLine(
        Instant.parse(day + "T" + time + "Z"),
        "gateway",
        id,
        account,
        "alice",
        "aws.bedrock",
        "anthropic.claude-v2",
        "eu-west-1",
        PriceClass.NONE,
        Quantities.of(
            Map.of(MeterName.INPUT_TOKENS, Quantity.of(tokens), MeterName.REQUESTS, Quantity.ONE)),
        new UUID(0, 1));
  }

  private UsageBatch applied(LedgerLine... lines) {
    UsageBatch batch = ledger.record(List.of(lines));
    awaitApplied(batch);
    return batch;
  }

  private void awaitApplied(UsageBatch batch) {
    Awaitility.await("batch applied")
        .atMost(PATIENCE)
        .until(() -> sql("SELECT FROM applied_batch WHERE batch_id = $1", batch.batchId()) == 1);
  }

  private int sql(String statement, Object... values) {
    var rows =
        database.preparedQuery(statement).execute(Tuple.from(values)).await().atMost(PATIENCE);
    return Math.max(rows.rowCount(), rows.size());
  }

  private JsonPath reconcile(String query) {
    String next = Instant.parse(day + "T00:00:00Z").plus(Duration.ofDays(1)).toString();
    return Api.as(TestKeys.VIEWER)
        .get("/api/v1/reconciliation?from=" + day + "T00:00:00Z&to=" + next + query)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  @Test
  void whatArrivedEverywhereAgreesInEveryHourAccountAndMeter() {
    applied(event("a", "08:00:00", "one", 10), event("b", "08:59:59", "one", 5));
    applied(event("c", "09:00:00", "two", 7));
    JsonPath run = Api.runOfDay(day);
    JsonPath json = reconcile("");
    assertThat(json.getString("verdict")).isEqualTo("RECONCILED");
    assertThat(json.getInt("watermark")).isEqualTo(2);
    assertThat(json.getString("chainHead")).hasSize(64);
    assertThat(json.getInt("lines.compared")).isEqualTo(6);
    assertThat(json.getInt("lines.agreeing")).isEqualTo(6);
    assertThat(json.getList("items.hour", String.class).getFirst()).isEqualTo(day + "T08:00:00Z");
    assertThat(json.getString("items[0].meter")).as("events come first").isNull();
    assertThat(json.getString("items[0].accepted")).isEqualTo("2");
    Map<String, String> tokens = json.getMap("items[1]");
    assertThat(tokens)
        .containsEntry("sourceAccount", "one")
        .containsEntry("meter", "input_tokens")
        .containsEntry("accepted", "15")
        .containsEntry("inLedger", "15")
        .containsEntry("published", "15")
        .containsEntry("rolledUp", "15")
        .containsEntry("reported", "15");
    assertThat(json.getString("totals[1].meter")).isEqualTo("input_tokens");
    assertThat(json.getString("totals[1].accepted")).isEqualTo("22");
    assertThat(json.getString("totals[1].reported")).isEqualTo("22");
    assertThat(json.getString("totals[1].unreported")).isEqualTo("0");
    assertThat(run.getString("reconciliation.result")).isEqualTo("RECONCILED");
  }

  @Test
  void aFalsifiedRollupIsNamedWithItsEventsAndNoOthers() {
    LedgerLine other = event("b", "08:20:00", "one", 5);
    applied(event("a", "08:00:00", "one", 10), other, event("c", "08:00:00", "two", 7));
    sql(
        "UPDATE rollup SET quantity = quantity + 1 FROM dimension_set d, meter_name m"
            + " WHERE d.id = dimension_set AND d.source_account = 'one' AND m.id = meter"
            + " AND m.name = 'input_tokens' AND charge_quarter = $1::text::timestamptz",
        day + " 08:15:00+00");
    JsonPath json = reconcile("&differing=true");
    assertThat(json.getString("verdict")).isEqualTo("UNRECONCILED");
    assertThat(json.getInt("lines.differing")).isEqualTo(1);
    assertThat(json.getList("items")).hasSize(1);
    assertThat(json.getString("items[0].meter")).isEqualTo("input_tokens");
    assertThat(json.getString("items[0].rolledUp")).isEqualTo("16");
    assertThat(json.getList("items[0].differing")).containsExactly("rolledUp");
    assertThat(json.getString("items[0].findings[0].cause")).isEqualTo("rollup-differs");
    assertThat(json.getList("items[0].findings[0].events.id")).containsExactly("b");
    assertThat(json.getInt("items[0].findings[0].eventCount")).isEqualTo(1);
  }

  @Test
  void rollupsThatNobodyAcceptedAreNoticed() {
    UsageBatch batch = applied(event("a", "08:00:00", "ghost", 10));
    ledger.reset();
    sql("DELETE FROM applied_batch WHERE batch_id = $1", batch.batchId());
    JsonPath json = reconcile("&differing=true&meter=input_tokens");
    assertThat(json.getString("items[0].accepted")).isEqualTo("0");
    assertThat(json.getString("items[0].rolledUp")).isEqualTo("10");
    assertThat(json.getList("items[0].differing")).containsExactly("rolledUp");
  }

  @Test
  void aRowThatIsGoneFromTheLedgerIsNamedByItsIdentity() {
    UsageBatch batch =
        applied(event("a", "08:00:00", "one", 10), event("gone", "08:01:00", "one", 5));
    ledger.loseRow(batch, "gone");
    JsonPath json = reconcile("&differing=true&meter=input_tokens");
    assertThat(json.getString("items[0].accepted")).isEqualTo("15");
    assertThat(json.getString("items[0].inLedger")).isEqualTo("10");
    assertThat(json.getString("items[0].rolledUp")).isEqualTo("15");
    assertThat(json.getList("items[0].differing")).containsExactly("inLedger", "published");
    assertThat(json.getString("items[0].findings[0].cause")).isEqualTo("row-missing");
    assertThat(json.getList("items[0].findings[0].batches"))
        .containsExactly(batch.batchId().toString());
    assertThat(json.getString("items[0].findings[0].events[0].identity")).hasSize(32);
  }

  @Test
  void aBatchOnItsWayIsPendingAndNoLoss() {
    applied(event("a", "08:00:00", "one", 10));
    UsageBatch late = ledger.commit(List.of(event("b", "08:01:00", "one", 5)));
    JsonPath json = reconcile("&differing=true");
    assertThat(json.getString("verdict")).isEqualTo("PENDING");
    assertThat(json.getInt("lines.pending")).isEqualTo(3);
    assertThat(json.getString("items[1].rolledUp")).isEqualTo("10");
    assertThat(json.getString("items[1].published")).isEqualTo("10");
    assertThat(json.getString("items[1].findings[0].cause")).isEqualTo("batch-on-its-way");
    assertThat(json.getList("items[1].findings[0].events.id")).containsExactly("b");
    ledger.publish(late);
    awaitApplied(late);
    assertThat(reconcile("").getString("verdict")).isEqualTo("RECONCILED");
  }

  @Test
  void aBatchThatIsDeadLetteredIsADifferenceWithItsEvents() {
    applied(event("a", "08:00:00", "one", 10));
    UsageBatch dead = ledger.commit(List.of(event("b", "08:01:00", "one", 5)));
    ledger.put(dead, "dead-lettered");
    JsonPath json = reconcile("&differing=true&meter=");
    assertThat(json.getString("verdict")).isEqualTo("UNRECONCILED");
    assertThat(json.getString("items[0].findings[0].cause")).isEqualTo("batch-missing");
    assertThat(json.getList("items[0].findings[0].batches"))
        .containsExactly(dead.batchId().toString());
    assertThat(json.getList("items[0].findings[0].events.id")).containsExactly("b");
  }

  @Test
  void aBatchThatWasAppliedDifferentlyIsNamed() {
    UsageBatch batch = ledger.commit(List.of(event("a", "08:00:00", "one", 10)));
    UsageBatch altered = LedgerFixture.batch(List.of(event("a", "08:00:00", "one", 9)), batch);
    ledger.publish(altered);
    awaitApplied(batch);
    JsonPath json = reconcile("&differing=true&meter=input_tokens");
    assertThat(json.getString("items[0].findings[0].cause")).isEqualTo("batch-differs");
    assertThat(json.getList("items[0].findings[0].events.id")).containsExactly("a");
  }

  @Test
  void usageAfterTheReportIsLaterAndNoDifference() {
    applied(event("a", "08:00:00", "one", 10));
    Api.runOfDay(day);
    applied(event("late", "08:30:00", "one", 3));
    JsonPath json = reconcile("&meter=input_tokens");
    assertThat(json.getString("verdict")).isEqualTo("RECONCILED");
    assertThat(json.getString("items[0].accepted")).isEqualTo("13");
    assertThat(json.getString("items[0].reported")).isEqualTo("10");
    assertThat(json.getString("items[0].later")).isEqualTo("3");
    Api.runOfDay(day);
    JsonPath again = reconcile("&meter=input_tokens");
    assertThat(again.getString("items[0].reported")).isEqualTo("13");
    assertThat(again.getString("items[0].later")).isNull();
  }

  @Test
  void aReportThatSaysSomethingElseThanWasAcceptedIsNamed() {
    applied(event("a", "08:00:00", "one", 10), event("b", "08:00:01", "one", 1));
    JsonPath run = Api.runOfDay(day);
    sql(
        "UPDATE reported_hour SET quantity = 4 WHERE run_id = $1 AND meter = 'input_tokens'",
        UUID.fromString(run.getString("id")));
    JsonPath json = reconcile("&differing=true");
    assertThat(json.getList("items")).hasSize(1);
    assertThat(json.getList("items[0].differing")).containsExactly("reported");
    assertThat(json.getString("items[0].findings[0].cause")).isEqualTo("report-differs");
    assertThat(json.getList("items[0].findings[0].events.id")).containsExactly("a", "b");
  }

  @Test
  void usageAfterTheReportIsLaterAndWhatWasTakenBackIsNegative() {
    LedgerLine wrong = event("wrong", "08:00:00", "one", 10);
    applied(wrong, event("right", "08:01:00", "one", 4));
    Api.runOfDay(day);
    applied(event("late", "08:30:00", "one", 3));
    awaitApplied(ledger.takeBack(List.of(wrong)));
    JsonPath json = reconcile("&meter=input_tokens");
    assertThat(json.getString("verdict")).isEqualTo("RECONCILED");
    assertThat(json.getString("items[0].accepted")).isEqualTo("7");
    assertThat(json.getString("items[0].rolledUp")).isEqualTo("7");
    assertThat(json.getString("items[0].reported")).isEqualTo("14");
    assertThat(json.getString("items[0].later")).isEqualTo("-7");
    JsonPath again = Api.runOfDay(day);
    assertThat(again.getString("reconciliation.result")).isEqualTo("RECONCILED");
    assertThat(again.getInt("totals.events")).isEqualTo(2);
    assertThat(reconcile("&meter=input_tokens").getString("items[0].reported")).isEqualTo("7");
  }

  @Test
  void hoursWhoseRollupsWereDroppedAreLeftOutAndThatIsSaid() {
    applied(event("a", "08:00:00", "one", 10));
    sql("INSERT INTO rollup_horizon (kept_from) VALUES ('2022-04-01')");
    try {
      JsonPath dropped = reconcile("");
      assertThat(dropped.getInt("lines.compared")).isZero();
      assertThat(dropped.getString("comparedFrom")).isEqualTo(dropped.getString("to"));
      JsonPath cut =
          Api.as(TestKeys.VIEWER)
              .get("/api/v1/reconciliation?from=2022-03-31T00:00:00Z&to=2022-04-02T00:00:00Z")
              .jsonPath();
      assertThat(cut.getString("comparedFrom")).isEqualTo("2022-04-01T00:00:00Z");
    } finally {
      sql("DELETE FROM rollup_horizon");
    }
    assertThat(reconcile("").getString("comparedFrom")).isNull();
  }

  @Test
  void linesArePagedAndFiltered() {
    applied(
        event("a", "08:00:00", "one", 10),
        event("b", "09:00:00", "one", 5),
        event("c", "09:00:00", "two", 5));
    List<String> seen = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      JsonPath page = reconcile("&limit=2" + cursor);
      assertThat(page.getInt("lines.compared")).as("of the whole span").isEqualTo(9);
      for (int i = 0; i < page.getList("items").size(); i++) {
        String at = "items[" + i + "].";
        seen.add(
            page.getString(at + "hour")
                + page.getString(at + "sourceAccount")
                + page.getString(at + "meter"));
      }
      String next = page.getString("nextCursor");
      cursor = next == null ? null : "&cursor=" + next;
    }
    assertThat(seen).hasSize(9).doesNotHaveDuplicates();
    assertThat(reconcile("&sourceAccount=two").getInt("lines.compared")).isEqualTo(3);
    assertThat(reconcile("&sourceAccount=one&meter=requests").getInt("lines.compared"))
        .isEqualTo(2);
    assertThat(reconcile("&differing=true").getList("items")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "to=2022-01-02T00:00:00Z | from",
        "from=2022-01-01T00:00:00Z | to",
        "from=2022-01-01T00:00:00Z&to=2022-01-01T00:00:00Z | to",
        "from=2022-01-01T00:00:00Z&to=2022-02-02T00:00:00Z | to",
        "from=2022-01-01T00:30:00Z&to=2022-01-02T00:00:00Z | from",
        "from=yesterday&to=2022-01-02T00:00:00Z | from",
        "from=2022-01-01T00:00:00Z&to=2022-01-02T00:00:00Z&limit=0 | limit",
        "from=2022-01-01T00:00:00Z&to=2022-01-02T00:00:00Z&cursor=x | cursor"
      })
  void aFaultNamesItsParameter(String query, String field) {
    Api.as(TestKeys.VIEWER)
        .get("/api/v1/reconciliation?" + query)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors[0].field", equalTo(field));
  }

  @Test
  void aLedgerThatIsAwayIsSaidSo() {
    ledger.answerWith(503);
    Api.as(TestKeys.VIEWER)
        .get("/api/v1/reconciliation?from=2022-01-01T00:00:00Z&to=2022-01-02T00:00:00Z")
        .then()
        .statusCode(503)
        .body("code", equalTo("dependency-unavailable"));
  }

  @Test
  void onlyReadersOfBillingMayAsk() {
    String url = "/api/v1/reconciliation?from=2022-01-01T00:00:00Z&to=2022-01-02T00:00:00Z";
    RestAssured.get(url).then().statusCode(401);
    Api.as(TestKeys.INGEST).get(url).then().statusCode(403);
    Api.as(TestKeys.BILLING_ADMIN).get(url).then().statusCode(200);
  }
}
