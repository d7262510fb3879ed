package io.ledgerline.ingest.ledger.correct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.message.Topics;
import io.ledgerline.contracts.message.UsageBatch;
import io.ledgerline.ingest.IngestTest;
import io.ledgerline.ingest.ledger.canon.BatchDigest;
import io.ledgerline.platform.messaging.MessageCodec;
import io.ledgerline.testkit.KafkaProbe;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@IngestTest
class VoidIT {
  private static final String HOUR = "2018-11-16T18";

  @Inject Pool database;
  private Wrong wrong;

  @BeforeEach
  void usage() {
    wrong = new Wrong(database);
    wrong.send(0, 10, HOUR);
  }

  @Test
  void aVoidedEventCountsNoLongerAndNoRowIsTouched() {
    List<String> before = wrong.rows();

    Wrong.call(wrong.voiding("e-3"))
        .then()
        .statusCode(200)
        .body("state", equalTo("done"))
        .body("kind", equalTo("void"))
        .body("reason", equalTo("a test"))
        .body("actor.name", equalTo("test-billing-admin"))
        .body("actor.key", notNullValue())
        .body("results.status", contains("voided"))
        .body("effect.counts.voided", equalTo(1))
        .body("effect.total.events", equalTo(-1))
        .body("effect.total.quantities.input_tokens", equalTo("-10"))
        .body("effect.bySourceAccount.'%s'.events".formatted(wrong.account), equalTo(-1))
        .body("effect.timeUnit", equalTo("hour"))
        .body("effect.byTime.'2018-11-16T18:00:00Z'.events", equalTo(-1))
        .body("effect.first.id", contains("e-3"));

    assertThat(wrong.sums()).isEqualTo(Wrong.sumsOf(9, "90")).isEqualTo(wrong.accepted());
    assertThat(wrong.rows()).containsAll(before).hasSize(before.size() + 2);
  }

  @Test
  void anEventThatIsVoidStaysKnown() {
    Wrong.call(wrong.voiding("e-3")).then().statusCode(200);

    assertThat(wrong.status(wrong.event("e-3", HOUR + ":03:00Z", "10"))).isEqualTo("duplicate");
    assertThat(wrong.status(wrong.event("e-3", HOUR + ":03:00Z", "11"))).isEqualTo("conflict");
    assertThat(wrong.sums()).isEqualTo(Wrong.sumsOf(9, "90"));
  }

  @Test
  void voidingAgainChangesNothingAndSaysSo() {
    Wrong.call(wrong.voiding("e-3")).then().statusCode(200);
    List<String> before = wrong.rows();

    Wrong.call(wrong.voiding("e-3", "e-4", "e-4", "nobody"))
        .then()
        .statusCode(200)
        .body("results.status", contains("already-void", "voided", "already-void", "unknown"))
        .body("effect.counts.voided", equalTo(1))
        .body("effect.counts.alreadyVoid", equalTo(2))
        .body("effect.counts.unknown", equalTo(1));

    assertThat(wrong.sums()).isEqualTo(Wrong.sumsOf(8, "80")).isEqualTo(wrong.accepted());
    assertThat(wrong.rows()).containsAll(before);
  }

  @Test
  void aFilterTakesWhatMeetsEveryConditionAndNothingElse() {
    wrong.send(wrong.event("late", "2018-11-16T19:00:00Z", "1"));
    wrong.send(wrong.event("model", HOUR + ":00:00Z", "2").replace("gpt-4o", "gpt-5"));
    wrong.send(wrong.event("bob", HOUR + ":00:00Z", "3").replace("alice", "bob-" + wrong.account));
    wrong.send(wrong.event("edge", "2018-11-16T18:59:59.999999Z", "4"));

    Wrong.call(
            wrong.voidingAll(
                "2018-11-16T18:05:00Z",
                "2018-11-16T19:00:00Z",
                ", \"model\": \"gpt-4o\", \"principal\": \"alice\", \"sourceAccount\": \"%s\""
                    .formatted(wrong.account)))
        .then()
        .statusCode(200)
        .body("effect.counts.voided", equalTo(6))
        .body("results", hasSize(6))
        .body("selection.model", equalTo("gpt-4o"));

    // e-5 to e-9 and edge are gone.
    assertThat(wrong.sums()).isEqualTo(Wrong.sumsOf(8, "56")).isEqualTo(wrong.accepted());
  }

  @Test
  void everythingOfASourceInASpanOverMonthsIsTaken() {
    wrong.send(20, 5, "2018-12-01T00");
    wrong.send(30, 5, "2019-01-01T00");

    Wrong.call(wrong.voidingAll("2018-11-01T00:00:00Z", "2019-01-01T00:00:00Z", ""))
        .then()
        .statusCode(200)
        .body("effect.counts.voided", equalTo(15));

    assertThat(wrong.sums()).isEqualTo(Wrong.sumsOf(5, "50")).isEqualTo(wrong.accepted());
    assertThat(wrong.sums("2018-11", "2018-12")).isEqualTo(Wrong.sumsOf(0, "0"));
    assertThat(
            wrong.ask(
                """
                SELECT FROM batch b JOIN ledger_event e USING (batch_no)
                JOIN dimension_set d ON d.id = e.dimension_set_id WHERE d.source_account = $1
                GROUP BY b.batch_no
                HAVING count(DISTINCT date_trunc('month', e.charge_time, 'UTC')) > 1""",
                wrong.account))
        .isEmpty();
  }

  @Test
  void aDryRunShowsTheEffectAndChangesNothing() {
    Wrong.call(wrong.voiding("e-1")).then().statusCode(200);
    String all = wrong.voidingAll("2018-11-01T00:00:00Z", "2019-01-01T00:00:00Z", "");
    List<String> before = wrong.rows();

    Response dry = Wrong.call(Wrong.dry(all));
    dry.then().statusCode(200).body("dryRun", equalTo(true)).body("results", hasSize(10));
    assertThat(wrong.rows()).isEqualTo(before);
    Response done = Wrong.call(all);

    assertThat(dry.<Map<String, Object>>path("effect")).isEqualTo(done.path("effect"));
    assertThat(dry.<List<Object>>path("results")).isEqualTo(done.path("results"));
    done.then()
        .body("effect.counts.voided", equalTo(9))
        .body("effect.counts.alreadyVoid", equalTo(1));
    assertThat(wrong.sums()).isEqualTo(Wrong.sumsOf(0, "0")).isEqualTo(wrong.accepted());
  }

  @Test
  void ofManyVoidsAtTheSameMomentOneTakesEachEventBack() throws Exception {
    String[] ids = IntStream.range(0, 10).mapToObj(i -> "e-" + i).toArray(String[]::new);
    String[] backwards = List.of(ids).reversed().toArray(String[]::new);
    Callable<Integer> one = () -> Wrong.call(wrong.voiding(ids)).path("effect.counts.voided");
    Callable<Integer> two = () -> Wrong.call(wrong.voiding(backwards)).path("effect.counts.voided");
    Callable<Integer> three =
        () ->
            Wrong.call(wrong.voidingAll("2018-11-01T00:00:00Z", "2018-12-01T00:00:00Z", ""))
                .path("effect.counts.voided");

    int voided = 0;
    try (var threads = Executors.newFixedThreadPool(6)) {
      for (Future<Integer> f : threads.invokeAll(List.of(one, two, three, one, two, three))) {
        voided += f.get();
      }
    }

    assertThat(voided).isEqualTo(10);
    assertThat(wrong.sums()).isEqualTo(Wrong.sumsOf(0, "0")).isEqualTo(wrong.accepted());
  }

  @Test
  void aReversalIsPublishedWithItsSignAndSaysWhatTheEventSaid() {
    UUID id = Wrong.call(wrong.voiding("e-3")).then().extract().as(CorrectionView.class).id();
    assertThat(id).isNotNull();

    UsageBatch batch =
        Awaitility.await()
            .atMost(Duration.ofSeconds(30))
            .until(
                () -> published().stream().filter(b -> b.facts().size() == 1).findFirst(),
                java.util.Optional::isPresent)
            .orElseThrow();

    assertThat(batch.facts().getFirst().sign()).isEqualTo(-1);
    assertThat(batch.facts().getFirst().time()).isEqualTo(HOUR + ":03:00Z");
    assertThat(batch.facts().getFirst().quantities().numbers().toString())
        .isEqualTo("{input_tokens=10, requests=1}");
  }

  private List<UsageBatch> published() {
    MessageCodec codec = MessageCodec.create();
    try (KafkaProbe kafka = KafkaProbe.connect()) {
      return kafka.records(Topics.USAGE_RECORDED).stream()
          .filter(record -> new String(record.value()).contains(wrong.account))
          .map(record -> codec.decode(record.value(), UsageBatch.class))
          .toList();
    }
  }

  @Test
  void aReversalBatchsDigestIsOfTheRowsTakenBackWithTheOtherSign() {
    Wrong.call(wrong.voiding("e-3")).then().statusCode(200);

    Row row =
        wrong
            .ask(
                """
                SELECT b.digest, k.identity, k.body, e.charge_time FROM corrected_event c
                JOIN batch b ON b.batch_no = c.reversal_batch_no
                JOIN ledger_event e ON e.batch_no = b.batch_no
                JOIN event_key k ON k.identity = c.identity
                JOIN source s ON s.id = k.source_id WHERE s.name = $1""",
                wrong.source)
            .iterator()
            .next();
    BatchDigest digest = new BatchDigest(TenantId.DEFAULT, 1);
    digest.add(
        row.getUUID("identity"),
        row.getUUID("body"),
        row.getOffsetDateTime("charge_time").toInstant(),
        -1);

    assertThat(row.getBuffer("digest").getBytes()).isEqualTo(digest.value());
  }

  @Test
  void aCallMadeAgainWithItsKeyGetsTheSameAnswerAndHasNoSecondEffect() throws Exception {
    String key = UUID.randomUUID().toString();
    Callable<Response> call = () -> Wrong.call(key, wrong.voiding("e-1", "e-2"));

    List<Response> answers;
    try (var threads = Executors.newFixedThreadPool(4)) {
      answers =
          threads.invokeAll(Collections.nCopies(4, call)).stream().map(Future::resultNow).toList();
    }

    assertThat(answers).allMatch(answer -> answer.statusCode() == 200);
    assertThat(answers.stream().map(Response::asString).distinct()).hasSize(1);
    assertThat(answers.stream().filter(a -> a.header("Idempotency-Replayed") == null)).hasSize(1);
    assertThat(answers.getFirst().<List<String>>path("results.status"))
        .containsExactly("voided", "voided");
    Wrong.call(key, wrong.voiding("e-3"))
        .then()
        .statusCode(422)
        .body("code", equalTo("idempotency-key-reused"));
    assertThat(wrong.sums()).isEqualTo(Wrong.sumsOf(8, "80"));
  }
}
