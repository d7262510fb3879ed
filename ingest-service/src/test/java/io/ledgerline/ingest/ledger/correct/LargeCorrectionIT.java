package io.ledgerline.ingest.ledger.correct;

import static io.ledgerline.ingest.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.usage.EventIdentity;
import io.ledgerline.contracts.usage.SourceName;
import io.ledgerline.ingest.IngestTest;
import io.ledgerline.ingest.TestDays;
import io.ledgerline.ingest.ledger.canon.CanonicalForm;
import io.ledgerline.platform.idempotency.BodyDigest;
import io.ledgerline.testkit.TestKeys;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
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

/** Corrections of more events than are done before the answer (300 in tests, chunks of 100). */
@IngestTest
class LargeCorrectionIT {
  /** An hour that no other test writes to, so that no other batches are looked at. */
  private final Instant start = TestDays.next();

  private final String hour = start.toString().substring(0, 13);

  @Inject Pool database;
  @Inject CorrectionRunner runner;
  @Inject CorrectionTable table;
  @Inject Transactions transactions;
  private Wrong wrong;

  @BeforeEach
  void fiveBatchesOfAHundredEvents() {
    wrong = new Wrong(database);
    for (int i = 0; i < 500; i += 100) {
      wrong.send(i, 100, hour);
    }
  }

  private String all() {
    return wrong.voidingAll(start.toString(), start.plusSeconds(3600).toString(), "");
  }

  private static Response await(String location, String state) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(100))
        .until(
            () -> as(TestKeys.VIEWER).get(location), answer -> answer.path("state").equals(state));
  }

  @Test
  void aLargeCorrectionIsNotedAndDoneAfterwardsButForWhatCameLater() {
    Response dry = Wrong.call(Wrong.dry(all()));
    Response noted = Wrong.call(all());
    noted.then().statusCode(202).body("$", not(hasKey("results")));
    wrong.send(1000, 10, hour);

    Response done = await(noted.header("Location"), "done");

    done.then()
        .body("progress.checked", equalTo(500))
        .body("progress.of", equalTo(500))
        .body("effect.counts.voided", equalTo(500))
        .body("effect.first.size()", equalTo(100));
    assertThat(dry.<Map<String, Object>>path("effect")).isEqualTo(done.path("effect"));
    assertThat(wrong.sums()).isEqualTo(Wrong.sumsOf(10, "100")).isEqualTo(wrong.accepted());
  }

  @Test
  void aCallMadeAgainWithItsKeyTellsHowFarItIs() {
    String key = UUID.randomUUID().toString();
    Response noted = Wrong.call(key, all());
    await(noted.header("Location"), "done");

    Wrong.call(key, all())
        .then()
        .statusCode(200)
        .header("Idempotency-Replayed", "true")
        .header("Location", equalTo(noted.header("Location")))
        .body("effect.counts.voided", equalTo(500));
    assertThat(wrong.sums()).isEqualTo(Wrong.sumsOf(0, "0"));
  }

  @Test
  void manyNamedEventsAreDoneInChunksToo() {
    String[] ids = IntStream.range(0, 350).mapToObj(i -> "e-" + i).toArray(String[]::new);
    Response noted = Wrong.call(wrong.voiding(ids));
    noted.then().statusCode(202).body("selection.events", equalTo(350));

    await(noted.header("Location"), "done").then().body("progress.checked", equalTo(350));

    assertThat(wrong.sums()).isEqualTo(Wrong.sumsOf(150, "1500")).isEqualTo(wrong.accepted());
  }

  @Test
  void aChunkThatFailsIsUndoneAsAWholeAndDoneOnceLater() {
    UUID stone =
        new CanonicalForm()
            .identity(TenantId.DEFAULT, new EventIdentity(new SourceName(wrong.source), "e-250"));
    String name = "stumble_" + stone.toString().replace('-', '_');
    execute(
        """
        CREATE FUNCTION %1$s() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
          IF NEW.identity = '%2$s' THEN RAISE EXCEPTION 'a stone in the way'; END IF;
          RETURN NEW; END $$;
        CREATE TRIGGER %1$s BEFORE INSERT ON event_version FOR EACH ROW EXECUTE FUNCTION %1$s()"""
            .formatted(name, stone));
    Response noted = Wrong.call(all());
    String location = noted.header("Location");
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> tries(location) >= 2);
    assertThat(wrong.sums()).isEqualTo(Wrong.sumsOf(300, "3000")).isEqualTo(wrong.accepted());

    execute("DROP TRIGGER %1$s ON event_version; DROP FUNCTION %1$s()".formatted(name));

    await(location, "done").then().body("effect.counts.voided", equalTo(500));
    assertThat(wrong.sums()).isEqualTo(Wrong.sumsOf(0, "0")).isEqualTo(wrong.accepted());
  }

  private int tries(String location) {
    return wrong
        .ask(
            "SELECT attempts FROM correction WHERE id = $1",
            UUID.fromString(location.substring(location.lastIndexOf('/') + 1)))
        .iterator()
        .next()
        .getInteger(0);
  }

  private void execute(String sql) {
    database.query(sql).execute().await().indefinitely();
  }

  @Test
  void whoeverLostTheLeaseWritesNothingMoreAndTheNextGoesOnBehindWhatIsDone() {
    Claim first = claimed(1);
    assertThat(runner.chunk(first)).isFalse();
    assertThat(wrong.sums()).isEqualTo(Wrong.sumsOf(400, "4000"));

    Claim second = claimedBy(first.id(), 2);
    assertThatExceptionOfType(LeaseLostException.class).isThrownBy(() -> runner.chunk(first));
    assertThat(wrong.sums()).isEqualTo(Wrong.sumsOf(400, "4000"));
    while (!runner.chunk(second)) {
      assertThat(wrong.sums()).isEqualTo(wrong.accepted());
    }

    assertThat(wrong.sums()).isEqualTo(Wrong.sumsOf(0, "0")).isEqualTo(wrong.accepted());
    assertThatExceptionOfType(LeaseLostException.class).isThrownBy(() -> runner.chunk(second));
  }

  @Test
  void chunksAtTheSameMomentAreDoneOneAfterTheOther() throws Exception {
    Claim claim = claimed(1);
    Callable<Boolean> chunk = () -> runner.chunk(claim);

    try (var threads = Executors.newFixedThreadPool(5)) {
      for (Future<Boolean> f : threads.invokeAll(List.of(chunk, chunk, chunk, chunk))) {
        assertThat(f.get()).isFalse();
      }
    }

    assertThat(wrong.sums()).isEqualTo(Wrong.sumsOf(100, "1000")).isEqualTo(wrong.accepted());
    assertThat(runner.chunk(claim)).isTrue();
    assertThat(wrong.sums()).isEqualTo(Wrong.sumsOf(0, "0"));
  }

  @Test
  void twoLargeCorrectionsOfTheSameEventsTakeEachBackOnce() throws Exception {
    Callable<Response> call = () -> Wrong.call(all());
    List<String> locations;
    try (var threads = Executors.newFixedThreadPool(3)) {
      locations =
          threads.invokeAll(List.of(call, call, call)).stream()
              .map(f -> f.resultNow().header("Location"))
              .toList();
    }

    int voided = 0;
    for (String location : locations) {
      voided += await(location, "done").<Integer>path("effect.counts.voided");
    }

    assertThat(voided).isEqualTo(500);
    assertThat(wrong.sums()).isEqualTo(Wrong.sumsOf(0, "0")).isEqualTo(wrong.accepted());
  }

  /** A correction of all that the service's own worker leaves alone. */
  private Claim claimed(long fence) {
    UUID id = UUID.randomUUID();
    Asked asked = new Asked(TenantId.DEFAULT, "key", "name", null, BodyDigest.of(new byte[0]));
    Selection.Filter filter =
        new Selection.Filter(wrong.source, null, null, null, start, start.plusSeconds(3600));
    long watermark =
        as(TestKeys.VIEWER).get("/api/v1/ledger/watermark").jsonPath().getLong("watermark");
    transactions.run(
        connection -> {
          CorrectionRequest request =
              new CorrectionRequest(CorrectionKind.VOID, "a test", false, null, null, null);
          table.insert(connection, id, asked, request, filter, watermark, 500);
          try (var statement = connection.createStatement()) {
            statement.execute(
                "UPDATE correction SET state = 'RUNNING', lease_until = now() + interval '1 h'"
                    + " WHERE id = '"
                    + id
                    + "'");
          }
          return null;
        });
    claimedBy(id, fence);
    return new Claim(id, TenantId.DEFAULT, filter, watermark, fence, 1);
  }

  private Claim claimedBy(UUID id, long fence) {
    var row =
        wrong
            .ask(
                """
                UPDATE correction SET fence = $2, lease_until = now() + interval '1 hour'
                WHERE id = $1 RETURNING selection::text, watermark""",
                id,
                fence)
            .iterator()
            .next();
    return new Claim(
        id,
        TenantId.DEFAULT,
        Selection.of(new JsonObject(row.getString(0))),
        row.getLong(1),
        fence,
        1);
  }
}
