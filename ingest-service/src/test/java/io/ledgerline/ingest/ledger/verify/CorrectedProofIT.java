package io.ledgerline.ingest.ledger.verify;

import static io.ledgerline.ingest.Api.as;
import static io.ledgerline.ingest.Api.event;
import static io.ledgerline.ingest.Api.newSource;
import static io.ledgerline.ingest.Api.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.ledgerline.ingest.IngestTest;
import io.ledgerline.testkit.TestKeys;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Voids and replacements are rows like others: they are proved, and listed with what they did. */
@IngestTest
class CorrectedProofIT {
  private static final int EVENTS = 20;

  /** A day that no other test writes to. */
  private final Instant day =
      Instant.parse("1970-01-01T00:00:00Z")
          .plus(Duration.ofDays(11_000 + ThreadLocalRandom.current().nextInt(6000)));

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
