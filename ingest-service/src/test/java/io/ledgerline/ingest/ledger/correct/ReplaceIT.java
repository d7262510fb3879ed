package io.ledgerline.ingest.ledger.correct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.ledgerline.ingest.IngestTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@IngestTest
class ReplaceIT {
  private static final String TIME = "2018-11-16T18:15:46Z";

  @Inject Pool database;
  private Wrong wrong;

  @BeforeEach
  void usage() {
    wrong = new Wrong(database);
    wrong.send(wrong.event("a", TIME, "10"));
    wrong.send(wrong.event("b", TIME, "20"));
  }

  private String status(String... events) {
    return Wrong.call(Wrong.replacing(events))
        .then()
        .statusCode(200)
        .extract()
        .path("results[0].status");
  }

  @Test
  void aNewVersionCountsInThePlaceOfTheOldOne() {
    List<String> before = wrong.rows();

    Wrong.call(Wrong.replacing(wrong.event("a", TIME, "11.5")))
        .then()
        .statusCode(200)
        .body("kind", equalTo("replace"))
        .body("results.status", contains("replaced"))
        .body("effect.total.events", equalTo(0))
        .body("effect.total.quantities.input_tokens", equalTo("1.5"));

    assertThat(wrong.sums()).isEqualTo(Wrong.sumsOf(2, "31.5")).isEqualTo(wrong.accepted());
    assertThat(wrong.rows()).containsAll(before);
  }

  @Test
  void everyVersionThatWasEverRecordedIsADuplicateAndAnythingElseAConflict() {
    status(wrong.event("a", TIME, "11"));
    status(wrong.event("a", TIME, "12"));

    assertThat(wrong.status(wrong.event("a", TIME, "10"))).isEqualTo("duplicate");
    assertThat(wrong.status(wrong.event("a", TIME, "11"))).isEqualTo("duplicate");
    assertThat(wrong.status(wrong.event("a", TIME, "12"))).isEqualTo("duplicate");
    assertThat(wrong.status(wrong.event("a", TIME, "13"))).isEqualTo("conflict");
    assertThat(wrong.sums()).isEqualTo(Wrong.sumsOf(2, "32"));
  }

  @Test
  void aNewVersionMayLieInAnotherMonthAndHaveAnotherAccount() {
    Wrong other = new Wrong(database);
    String moved =
        wrong.event("a", "2024-02-29T23:59:59.5Z", "7").replace(wrong.account, other.account);

    Wrong.call(Wrong.replacing(moved, wrong.event("b", "2021-05-05T05:05:05Z", "20")))
        .then()
        .statusCode(200)
        .body("results.status", contains("replaced", "replaced"))
        .body("effect.bySourceAccount.'%s'.events".formatted(wrong.account), equalTo(-1))
        .body("effect.bySourceAccount.'%s'.events".formatted(other.account), equalTo(1))
        .body("effect.byTime.'2024-02-29T23:00:00Z'.quantities.input_tokens", equalTo("7"));

    assertThat(wrong.sums("2018-11", "2018-12")).isEqualTo(Wrong.sumsOf(0, "0"));
    assertThat(wrong.sums("2021-05", "2021-06")).isEqualTo(Wrong.sumsOf(1, "20"));
    assertThat(other.sums("2024-02", "2024-03")).isEqualTo(Wrong.sumsOf(1, "7"));
    assertThat(wrong.sums()).isEqualTo(wrong.accepted());
    assertThat(other.sums()).isEqualTo(other.accepted());
  }

  @Test
  void theSameContentIsUnchanged() {
    List<String> before = wrong.rows();

    assertThat(status(wrong.event("a", "2018-11-16T19:15:46+01:00", "10.0")))
        .isEqualTo("unchanged");

    assertThat(wrong.rows()).isEqualTo(before);
  }

  @Test
  void aVoidEventIsSetAnewAndMayBeVoidedAgain() {
    Wrong.call(wrong.voiding("a")).then().body("results.status", contains("voided"));

    assertThat(status(wrong.event("a", TIME, "10"))).isEqualTo("replaced");
    assertThat(wrong.sums()).isEqualTo(Wrong.sumsOf(2, "30"));
    assertThat(status(wrong.event("a", TIME, "15"))).isEqualTo("replaced");
    assertThat(wrong.sums()).isEqualTo(Wrong.sumsOf(2, "35"));
    Wrong.call(wrong.voiding("a")).then().body("results.status", contains("voided"));
    assertThat(status(wrong.event("a", TIME, "16"))).isEqualTo("replaced");
    Wrong.call(wrong.voiding("a")).then().body("results.status", contains("voided"));
    Wrong.call(wrong.voiding("a")).then().body("results.status", contains("already-void"));

    assertThat(wrong.sums()).isEqualTo(Wrong.sumsOf(1, "20")).isEqualTo(wrong.accepted());
    assertThat(wrong.status(wrong.event("a", TIME, "16"))).isEqualTo("duplicate");
    assertThat(wrong.status(wrong.event("a", TIME, "17"))).isEqualTo("conflict");
  }

  @Test
  void aFilterTakesTheVersionThatCounts() {
    status(wrong.event("a", "2018-12-16T18:15:46Z", "11"));

    Wrong.call(wrong.voidingAll("2018-11-01T00:00:00Z", "2018-12-01T00:00:00Z", ""))
        .then()
        .body("results.id", contains("b"));
    assertThat(wrong.sums()).isEqualTo(Wrong.sumsOf(1, "11"));
    Wrong.call(wrong.voidingAll("2018-11-01T00:00:00Z", "2019-01-01T00:00:00Z", ""))
        .then()
        .body("effect.counts.voided", equalTo(1))
        .body("effect.counts.alreadyVoid", equalTo(1));
    assertThat(wrong.sums()).isEqualTo(Wrong.sumsOf(0, "0")).isEqualTo(wrong.accepted());
  }

  @Test
  void aNewVersionWithoutATimeKeepsTheTimeOfTheOldOne() {
    String timeless = wrong.event("a", TIME, "12").replace("\"time\": \"%s\",".formatted(TIME), "");

    assertThat(status(timeless)).isEqualTo("replaced");

    assertThat(wrong.sums("2018-11", "2018-12")).isEqualTo(Wrong.sumsOf(2, "32"));
    assertThat(wrong.status(timeless)).isEqualTo("duplicate");
  }

  @Test
  void badVersionsDoNotCostTheirNeighbours() {
    Wrong.call(
            Wrong.replacing(
                wrong.event("a", TIME, "-1"),
                wrong.event("b", TIME, "21"),
                wrong.event("c", TIME, "1"),
                wrong.event("a", "2099-01-01T00:00:00Z", "1"),
                wrong.event("b", TIME, "21"),
                wrong.event("b", TIME, "22"),
                "7"))
        .then()
        .statusCode(200)
        .body(
            "results.status",
            contains(
                "rejected", "replaced", "unknown", "rejected", "unchanged", "rejected", "rejected"))
        .body("results[0].reason.field", equalTo("quantities.input_tokens"))
        .body("results[3].reason.code", equalTo("time-in-future"))
        .body("results[5].reason.code", equalTo("repeated"))
        .body("effect.counts.rejected", equalTo(4));

    assertThat(wrong.sums()).isEqualTo(Wrong.sumsOf(2, "31"));
  }

  @Test
  void aDryRunShowsTheEffectAndChangesNothing() {
    String body = Wrong.replacing(wrong.event("a", TIME, "12"), wrong.event("c", TIME, "1"));
    List<String> before = wrong.rows();

    Response dry = Wrong.call(Wrong.dry(body));

    assertThat(wrong.rows()).isEqualTo(before);
    Response done = Wrong.call(body);
    assertThat(dry.<Map<String, Object>>path("effect")).isEqualTo(done.path("effect"));
    assertThat(dry.<List<Object>>path("results")).isEqualTo(done.path("results"));
  }

  @Test
  void voidsAndReplacementsAtTheSameMomentLeaveOneVersionOrNone() throws Exception {
    List<Callable<Response>> calls = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      String tokens = Integer.toString(100 + i);
      calls.add(() -> Wrong.call(Wrong.replacing(wrong.event("a", TIME, tokens))));
      calls.add(() -> Wrong.call(wrong.voiding("a", "b")));
    }

    try (var threads = Executors.newFixedThreadPool(6)) {
      for (Future<Response> f : threads.invokeAll(calls)) {
        f.get().then().statusCode(200);
      }
    }
    Wrong.call(Wrong.replacing(wrong.event("a", TIME, "1"), wrong.event("b", TIME, "2")));

    assertThat(wrong.sums()).isEqualTo(Wrong.sumsOf(2, "3")).isEqualTo(wrong.accepted());
  }
}
