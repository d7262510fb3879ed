package io.ledgerline.ingest.ledger.verify;

import static io.ledgerline.ingest.Api.as;
import static io.ledgerline.ingest.Api.event;
import static io.ledgerline.ingest.Api.newSource;
import static io.ledgerline.ingest.Api.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.usage.EventIdentity;
import io.ledgerline.contracts.usage.SourceName;
import io.ledgerline.ingest.IngestTest;
import io.ledgerline.ingest.TestDays;
import io.ledgerline.ingest.ledger.canon.CanonicalForm;
import io.ledgerline.testkit.TestKeys;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@IngestTest
class VerificationIT {
  private static final int EVENTS = 20;

  /** A day that no other test writes to. */
  private final Instant day = TestDays.next();

  private final String source = newSource();

  @Inject Pool database;

  private String batch;

  @BeforeEach
  void aBatchIsRecordedAndSealed() {
    post(IntStream.range(0, EVENTS)
            .mapToObj(i -> event(source, "e-" + i, day.plusSeconds(i * 600L).toString(), i + ".25"))
            .collect(Collectors.joining(",", "[", "]")))
        .statusCode(200)
        .body("counts.recorded", equalTo(EVENTS));
    post(event(source, "next", day.plusSeconds(80_000).toString(), "1")).statusCode(200);
    as(TestKeys.SERVICE).get("/api/v1/ledger/watermark").then().statusCode(200);
    batch =
        database
            .query("SELECT batch_no FROM ledger_event WHERE id_text = 'e-3' AND " + mine())
            .execute()
            .await()
            .indefinitely()
            .iterator()
            .next()
            .getLong(0)
            .toString();
  }

  private String mine() {
    return "charge_time >= '%s' AND charge_time < '%s'".formatted(day, day.plusSeconds(86_400));
  }

  private String row(String id) {
    return mine() + " AND id_text = '" + id + "'";
  }

  private UUID identity(String id) {
    return new CanonicalForm()
        .identity(TenantId.DEFAULT, new EventIdentity(new SourceName(source), id));
  }

  private List<JsonPath> verify() {
    return Findings.lines(day);
  }

  private List<String> findings() {
    return Findings.of(day);
  }

  /** What is found after a statement; before it and after it was undone, nothing is. */
  private List<String> after(String... tampering) {
    assertThat(findings()).isEmpty();
    List<String> found;
    try (LedgerCopy copy = new LedgerCopy(database, day)) {
      for (String sql : tampering) {
        copy.run(sql);
      }
      found = findings();
    }
    assertThat(findings()).isEmpty();
    return found;
  }

  @Test
  void whatNobodyTouchedIsProved() {
    List<JsonPath> lines = verify();

    JsonPath end = lines.getLast();
    assertThat(end.getInt("findings")).isZero();
    assertThat(end.getInt("batches")).isEqualTo(2);
    assertThat(end.getInt("events")).isEqualTo(EVENTS + 1);
    JsonPath mark = as(TestKeys.SERVICE).get("/api/v1/ledger/watermark").jsonPath();
    assertThat(end.getString("chainHead")).isEqualTo(mark.getString("chainHead"));
    assertThat(end.getLong("sealNo")).isEqualTo(mark.getLong("watermark"));
    assertThat(lines.stream().filter(line -> line.getString("checkedBatches") != null))
        .isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UPDATE ledger_event SET quantities = '4,1'",
        "UPDATE ledger_event SET quantities = '3.250,1'",
        "UPDATE ledger_event SET quantities = '3.25'",
        "UPDATE ledger_event SET charge_time = charge_time + interval '1 microsecond'",
        "UPDATE ledger_event SET charge_time = charge_time + interval '3 hours'",
        "UPDATE ledger_event SET labels = '{\"tags\": {\"team\": \"sales\"}}'",
        "UPDATE ledger_event SET labels = NULL",
        "UPDATE ledger_event SET labels = '[]'",
      })
  void aRowThatWasChangedIsNamed(String update) {
    assertThat(after(update + " WHERE " + row("e-3"))).containsExactly("row-changed e-3");
  }

  @Test
  void aRowUnderAnotherIdIsNamedAndSoIsTheKeyThatItLeft() {
    assertThat(after("UPDATE ledger_event SET id_text = 'other' WHERE " + row("e-3")))
        .containsExactlyInAnyOrder("row-changed other", "key-added " + identity("e-3"));
  }

  @ParameterizedTest
  @CsvSource({"source_account, other", "model, gpt-5", "tenant, other"})
  void wordsThatWereChangedNameTheirEvents(String column, String value) {
    List<String> found =
        after(
            "UPDATE dimension_set SET %s = '%s' WHERE id IN (SELECT dimension_set_id FROM ledger_event WHERE %s)"
                .formatted(column, value, row("e-3")));

    assertThat(found).hasSize(2).allMatch(finding -> finding.startsWith("row-changed"));
    assertThat(String.join(" ", found)).contains("e-3", "e-19", "next");
  }

  @Test
  void aRowThatWasDeletedIsNamedByItsKey() {
    assertThat(after("DELETE FROM ledger_event WHERE " + row("e-3")))
        .containsExactlyInAnyOrder("row-missing", "row-missing " + identity("e-3"));
  }

  @Test
  void aBatchWithoutAnyRowIsFound() {
    assertThat(after("DELETE FROM ledger_event WHERE " + row("next")))
        .containsExactlyInAnyOrder("row-missing", "row-missing " + identity("next"));
  }

  @ParameterizedTest
  @CsvSource({"e-3, 3, row-added e-3", "other, 20, row-added other", "other, 3, row-added other"})
  void aRowThatWasAddedIsNamed(String id, int position, String finding) {
    assertThat(
            after(
                ("INSERT INTO ledger_event (charge_time, batch_no, dimension_set_id, position,"
                            + " id_text, quantities, labels) SELECT charge_time, batch_no,"
                            + " dimension_set_id, %d, '%s', quantities, labels FROM ledger_event WHERE ")
                        .formatted(position, id)
                    + row("e-3")))
        .containsExactly(finding);
  }

  @Test
  void aRowOfABatchThatDoesNotExistOrIsOfAnotherMonthIsNamed() {
    String insert =
        "INSERT INTO ledger_event (charge_time, batch_no, dimension_set_id, position, id_text,"
            + " quantities) SELECT charge_time, %s, dimension_set_id, 0, 'stray', quantities"
            + " FROM ledger_event WHERE "
            + row("e-3");
    assertThat(after(insert.formatted("999999999"))).containsExactly("row-added stray");
    post(event(source, "elsewhere", day.minus(Duration.ofDays(365)).toString(), "1"))
        .statusCode(200);
    assertThat(after(insert.formatted("(SELECT max(batch_no) FROM batch)")))
        .containsExactly("row-added stray");
  }

  @Test
  void aKeyWithAnotherBodyNamesItsEvent() {
    assertThat(
            after(
                "UPDATE event_key SET body = gen_random_uuid() WHERE identity = '%s'"
                    .formatted(identity("e-3"))))
        .containsExactly("key-changed e-3");
  }

  @Test
  void aKeyOfAnotherTimeNamesItsEvent() {
    assertThat(
            after(
                "UPDATE event_key SET charge_second = charge_second + 7200 WHERE identity = '%s'"
                    .formatted(identity("e-3"))))
        .contains("key-changed e-3");
  }

  @Test
  void aKeyThatWasDeletedNamesItsEvent() {
    assertThat(after("DELETE FROM event_key WHERE identity = '%s'".formatted(identity("e-3"))))
        .containsExactly("key-missing e-3");
  }

  @Test
  void aKeyThatWasAddedIsNamed() {
    UUID identity = UUID.randomUUID();
    assertThat(
            after(
                "INSERT INTO event_key SELECT '%s', body, source_id, charge_second FROM event_key WHERE identity = '%s'"
                    .formatted(identity, identity("e-3"))))
        .containsExactly("key-added " + identity);
  }

  @Test
  void acceptedSumsThatWereChangedBreakBatchAndChain() {
    assertThat(
            after(
                "UPDATE batch SET accepted = replace(accepted::text, '\"2.25\"', '\"4.25\"')::jsonb WHERE batch_no = "
                    + batch))
        .containsExactlyInAnyOrder("chain-broken", "batch-changed");
  }

  @ParameterizedTest
  @CsvSource({
    "min_time = min_time + interval '1 second'",
    "max_time = max_time + interval '1 second'"
  })
  void timesOfABatchThatWereChangedAreFound(String change) {
    assertThat(after("UPDATE batch SET " + change + " WHERE batch_no = " + batch))
        .containsExactly("batch-changed");
  }

  @ParameterizedTest
  @CsvSource({"posted_at = posted_at - interval '1 microsecond'", "chain = sha256('x')"})
  void aHeaderThatDoesNotFitTheChainIsFoundOnce(String change) {
    assertThat(after("UPDATE batch SET " + change + " WHERE batch_no = " + batch))
        .containsExactly("chain-broken");
  }

  @Test
  void aRowAndItsBatchsDigestTogetherBreakTheChainAndNameTheEvent() {
    Forgery forgery = new Forgery(source, day.plusSeconds(80_000));
    assertThat(after(forgery.row(), forgery.header()))
        .containsExactlyInAnyOrder("chain-broken", "row-changed next");
    assertThat(after(forgery.row(), forgery.header(), forgery.key()))
        .containsExactly("chain-broken");
  }

  @Test
  void aLedgerRewrittenWithItsWholeChainIsNoticedByWhoKeptAHead() {
    JsonPath before = as(TestKeys.SERVICE).get("/api/v1/ledger/watermark").jsonPath();
    Forgery forgery = new Forgery(source, day.plusSeconds(80_000));

    try (LedgerCopy copy = new LedgerCopy(database, day)) {
      copy.run(forgery.row());
      copy.run(forgery.header());
      copy.run(forgery.key());
      copy.run(forgery.chain());

      assertThat(findings()).isEmpty();
      assertThat(headAt(before.getLong("watermark"))).isNotEqualTo(before.getString("chainHead"));
    }
    assertThat(headAt(before.getLong("watermark"))).isEqualTo(before.getString("chainHead"));
  }

  private static String headAt(long sealNo) {
    return JsonPath.from(
            as(TestKeys.VIEWER)
                .queryParam("from", "2067-01-01T00:00:00Z")
                .queryParam("headAt", sealNo)
                .get("/api/v1/ledger/verification")
                .asString()
                .lines()
                .toList()
                .getLast())
        .getString("chainAt");
  }

  @Test
  void eventsThatCameWithoutATimeAreProvedToo() {
    String timeless = newSource();
    post("[%s,%s,%s]"
            .formatted(
                event(timeless, "1").replaceAll("\"time\": \"[^\"]*\",", ""),
                event(timeless, "2", Instant.now().toString(), "1"),
                event(timeless, "3").replaceAll("\"time\": \"[^\"]*\",", "")))
        .statusCode(200)
        .body("counts.recorded", equalTo(3));

    JsonPath end =
        JsonPath.from(
            as(TestKeys.VIEWER)
                .queryParam("from", Instant.now().minusSeconds(3600).toString())
                .get("/api/v1/ledger/verification")
                .asString()
                .lines()
                .toList()
                .getLast());

    assertThat(end.getInt("findings")).isZero();
    assertThat(end.getInt("events")).isGreaterThanOrEqualTo(3);
  }

  @Test
  void aMonthThatIsOnlySaidToBeDroppedIsVerifiedAllTheSame() {
    String month = day.toString().substring(0, 7) + "-01";
    try (LedgerCopy copy = new LedgerCopy(database, day)) {
      copy.run("UPDATE ledger_month SET state = 'DROPPED' WHERE month = '" + month + "'");
      copy.run("UPDATE ledger_event SET quantities = '4,1' WHERE " + row("e-3"));

      assertThat(findings()).containsExactly("row-changed e-3");
    } finally {
      database
          .query("UPDATE ledger_month SET state = 'OPEN' WHERE month = '" + month + "'")
          .execute()
          .await()
          .indefinitely();
    }
    assertThat(findings()).isEmpty();
  }

  @Test
  void anErasedPersonDoesNotBreakTheProof() {
    String person = "gone-" + UUID.randomUUID();
    post(event(source, "of-a-person", day.plusSeconds(7).toString(), "1").replace("alice", person))
        .statusCode(200);
    database
        .preparedQuery("UPDATE principal SET name = NULL, name_digest = NULL WHERE name = $1")
        .execute(Tuple.of(person))
        .await()
        .indefinitely();

    assertThat(findings()).isEmpty();
  }

  @Test
  void anotherTenantIsToldNothingOfThisOnesEvents() {
    assertThat(findings()).isEmpty();
    try (LedgerCopy copy = new LedgerCopy(database, day)) {
      copy.run("UPDATE ledger_event SET quantities = '4,1' WHERE " + row("e-3"));

      String answer =
          as(TestKeys.OTHER_TENANT)
              .queryParam("from", day.toString())
              .get("/api/v1/ledger/verification")
              .asString();
      assertThat(answer).doesNotContain("e-3", "row-changed").contains("\"end\":true");
    }
  }
}
