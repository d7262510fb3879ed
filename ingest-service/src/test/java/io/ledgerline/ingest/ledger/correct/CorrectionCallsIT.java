package io.ledgerline.ingest.ledger.correct;

import static io.ledgerline.ingest.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.ledgerline.ingest.IngestTest;
import io.ledgerline.local.parts.PartName;
import io.ledgerline.testkit.SuiteParts;
import io.ledgerline.testkit.TestKeys;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@IngestTest
class CorrectionCallsIT {
  private static final String TIME = "2018-11-16T18:15:46Z";

  @Inject Pool database;
  private Wrong wrong;

  @BeforeEach
  void usage() {
    wrong = new Wrong(database);
    wrong.send(wrong.event("a", TIME, "10"));
    wrong.send(wrong.event("b", TIME, "20"));
  }

  private ValidatableResponse list(String query) {
    return as(TestKeys.VIEWER).get(Wrong.PATH + query).then().statusCode(200);
  }

  @Test
  void correctionsAreListedNewestFirstInPagesAndByKindStateAndSource() {
    List<String> ids = new ArrayList<>();
    ids.add(Wrong.call(wrong.voiding("a")).path("id"));
    ids.add(Wrong.call(Wrong.replacing(wrong.event("b", TIME, "21"))).path("id"));
    ids.add(
        Wrong.call(wrong.voidingAll("2018-11-01T00:00:00Z", "2018-12-01T00:00:00Z", ""))
            .path("id"));

    String mine = "?source=" + wrong.source;
    list(mine).body("items.id", equalTo(ids.reversed())).body("nextCursor", nullValue());
    list(mine + "&kind=replace").body("items.id", contains(ids.get(1)));
    list(mine + "&state=done&kind=void").body("items", hasSize(2));
    list(mine + "&state=failed").body("items", hasSize(0));
    String cursor = list(mine + "&limit=2").body("items", hasSize(2)).extract().path("nextCursor");
    list(mine + "&limit=2&cursor=" + cursor).body("items.id", contains(ids.getFirst()));
  }

  @Test
  void aCorrectionTellsWhatBecameOfEachEvent() {
    String id = Wrong.call(wrong.voiding("a", "nobody")).path("id");

    as(TestKeys.VIEWER)
        .get(Wrong.PATH + "/" + id)
        .then()
        .statusCode(200)
        .body("results.id", contains("a", "nobody"))
        .body("results.status", contains("voided", "unknown"));
    list("?source=" + wrong.source).body("items[0].results", nullValue());
  }

  @Test
  void anotherTenantCanNeitherSeeNorTouchIt() {
    String id = Wrong.call(wrong.voiding("a")).path("id");

    as(TestKeys.OTHER_TENANT).get(Wrong.PATH + "/" + id).then().statusCode(404);
    as(TestKeys.OTHER_TENANT).get(Wrong.PATH).then().body("items.id", not(hasItem(id)));
    as(TestKeys.OTHER_TENANT)
        .contentType(ContentType.JSON)
        .body(wrong.voiding("b"))
        .post(Wrong.PATH)
        .then()
        .statusCode(200)
        .body("results.status", contains("unknown"));
    assertThat(wrong.sums()).isEqualTo(Wrong.sumsOf(1, "20"));
  }

  @Test
  void onlyABillingAdminCorrects() {
    for (String key : List.of(TestKeys.INGEST, TestKeys.VIEWER, TestKeys.SERVICE)) {
      as(key)
          .contentType(ContentType.JSON)
          .body(wrong.voiding("a"))
          .post(Wrong.PATH)
          .then()
          .statusCode(403);
    }
    as(TestKeys.INGEST).get(Wrong.PATH).then().statusCode(403);
    assertThat(wrong.sums()).isEqualTo(Wrong.sumsOf(2, "30"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "{\"kind\":\"void\",\"reason\":\"\",\"select\":{}} | 400 | reason",
        "{\"kind\":\"void\",\"reason\":\"r\",\"select\":{\"model\":\"m\"}} | 400 | select.source",
        "{\"kind\":\"void\",\"reason\":\"r\",\"select\":{\"source\":\"s\",\"from\":\"2026-01-01T00:00:00Z\"}}"
            + " | 400 | select.to",
        "{\"kind\":\"void\",\"reason\":\"r\",\"select\":{\"source\":\"s\",\"principal\":\"nobody at all\","
            + "\"from\":\"2026-01-01T00:00:00Z\",\"to\":\"2026-01-02T00:00:00Z\"}} | 400 |"
            + " select.principal",
        "{\"kind\":\"replace\",\"reason\":\"r\"} | 400 | events",
      })
  void badInputNamesTheField(String body, int status, String field) {
    Wrong.call(body)
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("errors[0].field", equalTo(field));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "{\"kind\": | 400 | malformed-json",
        "{\"kind\":\"replace\",\"reason\":\"r\",\"events\":[]} | 400 | empty-batch",
        "{\"kind\":\"void\",\"reason\":\"r\",\"select\":{\"events\":[]}} | 400 | empty-batch",
      })
  void aBodyThatIsNoCorrectionIsAProblemWithACode(String body, int status, String code) {
    Wrong.call(body).then().statusCode(status).body("code", equalTo(code));
  }

  @Test
  void moreNewVersionsThanAreDoneAtOnceAreTooMany() {
    String many =
        IntStream.range(0, 301)
            .mapToObj(i -> wrong.event("x-" + i, TIME, "1"))
            .collect(Collectors.joining(","));

    Wrong.call(Wrong.replacing(many))
        .then()
        .statusCode(413)
        .body("code", equalTo("too-many-events"));
  }

  @Test
  void whatIsNotThereIsNotFound() {
    as(TestKeys.VIEWER).get(Wrong.PATH + "/" + UUID.randomUUID()).then().statusCode(404);
    as(TestKeys.VIEWER)
        .get(Wrong.PATH + "?state=lost")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("state"));
    as(TestKeys.VIEWER)
        .get(Wrong.PATH + "?kind=lost")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("kind"));
  }

  @Test
  void aVoidSaysWhoAndWhyAndNeverOnlyWhatTheCallerWrote() {
    Wrong.call(wrong.voiding("a").replace("a test", "by the boss \\u00e4\\\""))
        .then()
        .body("reason", equalTo("by the boss ä\""))
        .body("actor.name", equalTo("test-billing-admin"));
  }

  @Test
  void whileTheDatabaseIsAwayACorrectionMayBeRepeatedLaterAndHasOneEffect() {
    String key = UUID.randomUUID().toString();
    SuiteParts.Outage outage = SuiteParts.get().outageOf(PartName.POSTGRES);
    try {
      Wrong.call(key, wrong.voiding("a"))
          .then()
          .statusCode(503)
          .body("code", equalTo("dependency-unavailable"));
    } finally {
      outage.close();
    }

    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(() -> Wrong.call(key, wrong.voiding("a")).then().statusCode(200));
    assertThat(wrong.sums()).isEqualTo(Wrong.sumsOf(1, "20")).isEqualTo(wrong.accepted());
  }
}
