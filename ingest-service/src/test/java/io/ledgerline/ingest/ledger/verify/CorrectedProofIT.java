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
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Voids and replacements are rows like others: they are proved, and listed with what they did. */
@IngestTest
class CorrectedProofIT {
  private static final int EVENTS = 20;

  /** A day that no other test writes to. */
  private final Instant day = TestDays.next();

  private final String source = newSource();

  @Inject Pool database;

  @BeforeEach
  void eventsAreRecorded() {
    post(IntStream.range(0, EVENTS)
            .mapToObj(i -> event(source, "e-" + i, day.plusSeconds(i * 600L).toString(), i + ".25"))
            .collect(Collectors.joining(",", "[", "]")))
        .statusCode(200)
        .body("counts.recorded", equalTo(EVENTS));
  }

  private String mine() {
    return "charge_time >= '%s' AND charge_time < '%s'".formatted(day, day.plusSeconds(86_400));
  }

  private void correct(String body) {
    as(TestKeys.BILLING_ADMIN)
        .contentType(ContentType.JSON)
        .body(body)
        .post("/api/v1/ledger/corrections")
        .then()
        .statusCode(200);
  }

  @Test
  void correctedEventsAreProvedInAllTheirVersions() {
    correct(
        """
        {"kind": "void", "reason": "test",
         "select": {"events": [{"source": "%1$s", "id": "e-3"}, {"source": "%1$s", "id": "e-4"}]}}"""
            .formatted(source));
    correct(
        """
        {"kind": "replace", "reason": "test", "events": [%s, %s]}"""
            .formatted(
                event(source, "e-4", day.plusSeconds(7200).toString(), "77"),
                event(source, "e-5", day.plusSeconds(3000).toString(), "5.5")));

    assertThat(Findings.of(day)).isEmpty();
    try (LedgerCopy copy = new LedgerCopy(database, day)) {
      copy.run(
          "UPDATE ledger_event SET quantities = '78,1' WHERE quantities = '77,1' AND " + mine());
      assertThat(Findings.of(day)).containsExactly("row-changed e-4");
    }
    assertThat(Findings.of(day)).isEmpty();
    assertThat(usage("e-3")).containsExactly("1 true", "-1 false");
    assertThat(usage("e-4")).containsExactly("1 true", "-1 false", "1 false");
    assertThat(usage("e-5")).containsExactly("1 true", "-1 false", "1 false");
    as(TestKeys.VIEWER)
        .queryParam("source", source)
        .queryParam("effective", "true")
        .get("/api/v1/usage/count")
        .then()
        .body("events", equalTo(EVENTS - 1));
  }

  private String identity(String id) {
    return "(SELECT identity FROM event_key WHERE identity = '%s')"
        .formatted(
            new CanonicalForm()
                .identity(TenantId.DEFAULT, new EventIdentity(new SourceName(source), id)));
  }

  private List<String> after(String... changes) {
    assertThat(Findings.of(day)).isEmpty();
    try (LedgerCopy copy = new LedgerCopy(database, day)) {
      for (String change : changes) {
        copy.run(change);
      }
      return Findings.of(day);
    } finally {
      assertThat(Findings.of(day)).isEmpty();
    }
  }

  @Test
  void aRowThatTakesBackSomethingElseIsFoundThoughAllElseWasRewrittenToFit() {
    post(event(source, "next", day.plusSeconds(80_000).toString(), "1")).statusCode(200);
    correct(voiding("next"));
    as(TestKeys.SERVICE).get("/api/v1/ledger/watermark").then().statusCode(200);
    Forgery forgery = new Forgery(source, day.plusSeconds(80_000), -1);

    assertThat(after(forgery.row(), forgery.header(), forgery.chain()))
        .containsExactly("correction-broken next");
  }

  @ParameterizedTest
  @CsvSource({
    "DELETE FROM corrected_event WHERE identity = %s, e-3",
    "UPDATE corrected_event SET reversal_batch_no = reversal_batch_no - 1 WHERE identity = %s, e-3",
    "UPDATE corrected_event SET identity = gen_random_uuid() WHERE identity = %s, e-3",
    "UPDATE corrected_event SET new_body = gen_random_uuid() WHERE identity = %s, ''",
    "UPDATE corrected_event SET correction_id = gen_random_uuid() WHERE identity = %s, ''",
    "UPDATE event_version SET taken_position = 19 WHERE identity = %s, ''"
  })
  void aNoteOfACorrectionThatWasChangedIsFound(String change, String named) {
    correct(voiding("e-3"));
    List<String> found = after(change.formatted(identity("e-3")));

    assertThat(found).isNotEmpty().allMatch(line -> line.startsWith("correction-broken"));
    assertThat(found.getFirst()).contains(named);
  }

  @Test
  void aRowThatIsNotedAsTakenBackAndIsNotIsFound() {
    correct(voiding("e-3"));
    String note =
        "INSERT INTO corrected_event SELECT batch_no, 5, %s, reversal_batch_no, correction_id, NULL"
            + " FROM corrected_event WHERE identity = %s";

    assertThat(after(note.formatted(identity("e-5"), identity("e-3"))))
        .containsExactly("correction-broken e-5");
  }

  private String voiding(String id) {
    return """
        {"kind": "void", "reason": "test", "select": {"events": [{"source": "%s", "id": "%s"}]}}"""
        .formatted(source, id);
  }

  /** Sign of each row of an event, and whether it was taken back. */
  private List<String> usage(String id) {
    JsonPath page =
        as(TestKeys.VIEWER)
            .queryParam("source", source)
            .queryParam("id", id)
            .get("/api/v1/usage")
            .jsonPath();
    return IntStream.range(0, page.getList("items").size())
        .mapToObj(
            i ->
                page.getInt("items[" + i + "].sign")
                    + " "
                    + (page.getString("items[" + i + "].takenBackBy") != null))
        .toList();
  }
}
