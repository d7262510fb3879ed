package io.ledgerline.ingest.inlet.http.idempotency;

import static io.ledgerline.ingest.Api.as;
import static io.ledgerline.ingest.Api.event;
import static io.ledgerline.ingest.Api.newSource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.ingest.Api;
import io.ledgerline.ingest.IngestTest;
import io.ledgerline.ingest.ledger.CallName;
import io.ledgerline.ingest.ledger.Outcome;
import io.ledgerline.local.parts.PartName;
import io.ledgerline.platform.idempotency.IdempotencyKey;
import io.ledgerline.testkit.SuiteParts;
import io.ledgerline.testkit.TestKeys;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@IngestTest
class IdempotencyKeyIT {
  private final String source = newSource();
  private final String key = "call " + UUID.randomUUID();

  @Inject Pool database;
  @Inject ForgetTick forget;

  private Response send(String key, String body) {
    return send(TestKeys.INGEST, key, body);
  }

  private static Response send(String apiKey, String key, String body) {
    return as(apiKey)
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", key)
        .body(body)
        .post("/api/v1/events");
  }

  private String batch(int events) {
    return IntStream.range(0, events)
        .mapToObj(i -> event(source, Integer.toString(i)))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private int remembered() {
    return database
        .preparedQuery("SELECT count(*)::int FROM idempotent_call WHERE key_digest = $1")
        .execute(Tuple.of(digest(key)))
        .await()
        .indefinitely()
        .iterator()
        .next()
        .getInteger(0);
  }

  private static UUID digest(String key) {
    return CallName.of(TenantId.DEFAULT, "events", new IdempotencyKey(key));
  }

  private static void assertReplayOf(Response first, Response again) {
    assertThat(again.statusCode()).isEqualTo(first.statusCode());
    assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
    assertThat(again.contentType()).isEqualTo(first.contentType());
    assertThat(first.header("Idempotency-Replayed")).isNull();
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
  }

  @Test
  void aCallMadeAgainGetsTheSameAnswerByteForByte() {
    String body =
        "[%s,7,%s,%s]".formatted(event(source, "1"), "{\"id\":\"x\"}", event(source, "1"));
    Response first = send(key, body);
    first.then().statusCode(200).body("counts.recorded", equalTo(1));

    assertReplayOf(first, send(key, body));
    assertReplayOf(first, send(key, body));
    Api.post(body).body("counts.recorded", equalTo(0)).body("counts.duplicate", equalTo(2));
  }

  @Test
  void aSingleEventThatWasRejectedIsRejectedAgainWithTheSameProblem() {
    String body = event(source, "1", "2023-11-16T18:15:46Z", "-1");

    Response first = send(key, body);

    first.then().statusCode(422).contentType("application/problem+json");
    assertReplayOf(first, send(key, body));
  }

  @Test
  void aSingleEventThatConflictedConflictsAgainWithTheSameProblem() {
    Api.post(event(source, "1")).statusCode(200);
    String body = event(source, "1", "2023-11-17T18:15:46Z", "1");

    Response first = send(key, body);

    first.then().statusCode(409);
    assertReplayOf(first, send(key, body));
  }

  @Test
  void theSameKeyWithAnotherBodyIsRefusedAndRecordsNothing() {
    send(key, event(source, "1")).then().statusCode(200);

    send(key, event(source, "2"))
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("code", equalTo("idempotency-key-reused"))
        .body("errors[0].field", equalTo("Idempotency-Key"));

    Api.post(event(source, "2")).body("results[0].status", equalTo("recorded"));
  }

  @Test
  void anotherTenantsKeyIsAnotherKey() {
    send(key, event(source, "1")).then().statusCode(200);

    send(TestKeys.OTHER_TENANT, key, event(source, "2"))
        .then()
        .statusCode(200)
        .header("Idempotency-Replayed", nullValue())
        .body("results[0].status", equalTo("recorded"));
  }

  @Test
  void anotherKeyOfTheSameTenantMayRepeatTheCall() {
    Response first = send(TestKeys.INGEST, key, event(source, "1"));

    assertReplayOf(first, send(TestKeys.ADMIN, key, event(source, "1")));
  }

  @Test
  void ofCallsAtTheSameMomentOneRecordsAndAllGetItsAnswer() throws Exception {
    String body = batch(300);
    Callable<Response> call = () -> send(key, body);

    List<Response> answers;
    try (var threads = Executors.newFixedThreadPool(6)) {
      answers =
          threads.invokeAll(Collections.nCopies(6, call)).stream().map(Future::resultNow).toList();
    }

    assertThat(answers).allMatch(answer -> answer.statusCode() == 200);
    assertThat(answers.stream().map(Response::asString).distinct()).hasSize(1);
    assertThat(answers.getFirst().<Integer>path("counts.recorded")).isEqualTo(300);
    assertThat(answers.stream().filter(a -> a.header("Idempotency-Replayed") == null)).hasSize(1);
  }

  @Test
  void ofTwoBodiesAtTheSameMomentOneIsDoneAndTheOtherRefusedAsAWhole() throws Exception {
    List<Callable<Response>> calls =
        List.of(() -> send(key, event(source, "1")), () -> send(key, event(source, "2")));

    List<Integer> statuses;
    try (var threads = Executors.newFixedThreadPool(2)) {
      statuses =
          threads.invokeAll(calls).stream().map(f -> f.resultNow().statusCode()).sorted().toList();
    }

    assertThat(statuses).containsExactly(200, 422);
    Api.post("[%s,%s]".formatted(event(source, "1"), event(source, "2")))
        .body("counts.recorded", equalTo(1))
        .body("counts.duplicate", equalTo(1));
  }

  @Test
  void anotherProcessThatWasFirstIsWaitedForAndItsAnswerTold() {
    String body = event(source, "1");
    byte[] answer = AnswerText.write(List.of(Outcome.RECORDED));
    RememberedCall call =
        RememberedCall.of(TenantId.DEFAULT, new IdempotencyKey(key), "events", body.getBytes());

    Response own;
    try (var thread = Executors.newSingleThreadExecutor()) {
      Future<Response> waiting;
      var connection = database.getConnection().await().indefinitely();
      var transaction = connection.begin().await().indefinitely();
      connection
          .preparedQuery("INSERT INTO idempotent_call VALUES ($1, 'default', $2, $3)")
          .execute(Tuple.of(call.key(), Buffer.buffer(call.body().bytes()), Buffer.buffer(answer)))
          .await()
          .indefinitely();
      waiting = thread.submit(() -> send(key, body));
      Awaitility.await().atMost(Duration.ofSeconds(30)).until(this::someoneWaitsForALock);
      transaction.commit().await().indefinitely();
      connection.close().await().indefinitely();
      own = Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> waiting.get(), r -> true);
    }

    own.then()
        .statusCode(200)
        .header("Idempotency-Replayed", "true")
        .body("results[0].status", equalTo("recorded"));
    Api.post(body).body("results[0].status", equalTo("recorded"));
  }

  private boolean someoneWaitsForALock() {
    return database
            .query(
                "SELECT count(*)::int FROM pg_stat_activity"
                    + " WHERE wait_event_type = 'Lock' AND datname = current_database()")
            .execute()
            .await()
            .indefinitely()
            .iterator()
            .next()
            .getInteger(0)
        > 0;
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"source\":", "[]", "\"text\""})
  void aCallThatFailedAsAWholeIsNotRemembered(String body) {
    send(key, body).then().statusCode(400);

    assertThat(remembered()).isZero();
    send(key, event(source, "1"))
        .then()
        .statusCode(200)
        .body("results[0].status", equalTo("recorded"));
  }

  @Test
  void aCallThatMetADatabaseThatIsAwayMayBeMadeAgain() {
    SuiteParts.Outage outage = SuiteParts.get().outageOf(PartName.POSTGRES);
    try {
      send(key, event(source, "1")).then().statusCode(503);
    } finally {
      outage.close();
    }
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(() -> send(key, event(source, "1")).then().statusCode(200));
  }

  @ParameterizedTest
  @ValueSource(strings = {"käse", "x\ty"})
  void aKeyThatIsNotPrintableIsRefusedAndNamed(String bad) {
    send(bad, event(source, "1"))
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("Idempotency-Key"));
  }

  @Test
  void aKeyHasAtMost255Characters() {
    String longest = (key + "x".repeat(255)).substring(0, 255);

    send(longest, event(source, "1")).then().statusCode(200);
    send(longest + "x", event(source, "1"))
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("length"));
  }

  @Test
  void whatIsOldEnoughIsForgottenAndTheRestIsNot() {
    send(key, event(source, "1")).then().statusCode(200);
    forget.sweep().await().indefinitely();
    assertThat(remembered()).isOne();

    database
        .preparedQuery(
            "UPDATE idempotent_call SET answered_at = answered_at - interval '8 days'"
                + " WHERE key_digest = $1")
        .execute(Tuple.of(digest(key)))
        .await()
        .indefinitely();
    forget.sweep().await().indefinitely();

    assertThat(remembered()).isZero();
    send(key, event(source, "1")).then().body("results[0].status", equalTo("duplicate"));
  }
}
