package io.ledgerline.ingest.ledger.retention;

import static io.ledgerline.ingest.Api.as;
import static io.ledgerline.ingest.Api.event;
import static io.ledgerline.ingest.Api.newSource;
import static io.ledgerline.ingest.Api.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.ledgerline.ingest.IngestTest;
import io.ledgerline.ingest.ledger.retention.archive.ArchiveReader;
import io.ledgerline.testkit.TestKeys;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Months leave the ledger, and nobody who writes notices. */
@IngestTest
@TestProfile(RetentionProfile.class)
class MonthDropIT {
  @Inject ArchiveReader reader;

  private final RetentionLab lab = new RetentionLab();

  @AfterEach
  void close() throws SQLException {
    lab.close();
  }

  @Test
  void aMonthGoesWhileOthersAreWrittenAndALongReadRuns() throws Exception {
    lab.record("a-", 50);
    lab.record("b-", 50);
    lab.record("c-", 50);
    lab.confirmAll();
    RetentionProfile.Clocks.CLOCK.set(Months.end(lab.month().plusMonths(1)));

    try (Crowd writers = new Crowd(lab.month().plusMonths(1).toString() + "-05T00:00:00Z");
        Connection reading = RetentionLab.connect()) {
      readAll(reading);
      lab.yearsGoBy();
      lab.awaitWaitingFor("in-use");
      writers.awaitMore(20);
      assertThat(lab.state()).isEqualTo("DETACHED");

      reading.rollback();
      lab.awaitState("DROPPED");
      writers.awaitMore(20);
      assertThat(writers.statuses()).containsOnly(200);
      assertThat(writers.seenWaiting()).isEmpty();
    }

    assertThat(lab.value("SELECT to_regclass('" + Months.table(lab.month()) + "')")).isNull();
    ArchiveProbe archive = new ArchiveProbe(reader, lab);
    assertThat(archive.ids(lab.source())).hasSize(150).doesNotHaveDuplicates();
    assertThat(archive.manifest().parts()).hasSizeGreaterThan(1);
    for (var batch : archive.batches()) {
      assertThat(batch.digest())
          .isEqualTo(
              lab.value(
                  "SELECT encode(digest, 'hex') FROM batch WHERE id = '%s'"
                      .formatted(batch.header().batch())));
    }
  }

  @Test
  void whatIsRecordedInAMonthWhileItClosesIsInItsArchive() throws Exception {
    lab.record("a-", 1);
    Queue<String> recorded = new ConcurrentLinkedQueue<>();
    AtomicInteger rejected = new AtomicInteger();
    AtomicInteger number = new AtomicInteger();
    Runnable writer =
        () -> {
          while (rejected.get() == 0) {
            String id = "n-" + number.incrementAndGet();
            String status =
                post("[" + event(lab.source(), id, lab.moment(7).toString(), "1") + "]")
                    .statusCode(200)
                    .extract()
                    .path("results[0].status");
            if (status.equals("recorded")) {
              recorded.add(id);
            } else {
              rejected.incrementAndGet();
            }
          }
        };

    try (ExecutorService writers = Executors.newFixedThreadPool(4)) {
      List<? extends java.util.concurrent.Future<?>> all =
          java.util.stream.Stream.generate(() -> writer).limit(4).map(writers::submit).toList();
      Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> recorded.size() > 50);
      lab.yearsGoBy();
      lab.applied();
      for (var one : all) {
        one.get(60, TimeUnit.SECONDS);
      }
    }
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              lab.confirmAll();
              return lab.applied().getString("state").equals("DROPPED");
            });

    recorded.add("a-0");
    assertThat(new ArchiveProbe(reader, lab).ids(lab.source()))
        .containsExactlyInAnyOrderElementsOf(recorded);
  }

  @Test
  void whatWasRecordedStaysKnownAndWhatIsNewComesTooLate() {
    lab.record("a-", 3);
    lab.confirmAll();
    lab.yearsGoBy();
    lab.awaitState("DROPPED");
    String time = lab.moment(1).toString();

    post("[%s, %s, %s, %s]"
            .formatted(
                event(lab.source(), "a-1", time, "1.5"),
                event(lab.source(), "a-1", time, "2.5"),
                event(lab.source(), "new", time, "1"),
                event(
                    lab.source(),
                    "in-time",
                    Months.start(lab.month().plusMonths(3)).toString(),
                    "1")))
        .statusCode(200)
        .body("results[0].status", equalTo("duplicate"))
        .body("results[1].status", equalTo("conflict"))
        .body("results[2].status", equalTo("rejected"))
        .body("results[2].reason.code", equalTo("before-horizon"))
        .body("results[2].reason.field", equalTo("time"))
        .body("results[3].status", equalTo("recorded"));
    post(event(lab.source(), "new", time, "1"))
        .statusCode(422)
        .body("errors[0].code", equalTo("before-horizon"));
    assertThat(
            lab.value(
                "SELECT count(*) FROM batch WHERE NOT (digest IS NOT NULL AND chain IS NOT NULL) AND confirmed_at IS NOT NULL"))
        .isEqualTo("0");
  }

  @Test
  void aClosedMonthIsNotCorrectedAndNothingIsMovedIntoIt() {
    lab.record("a-", 3);
    lab.yearsGoBy();
    lab.awaitState("CLOSING");
    String open = Months.start(lab.month().plusMonths(3)).toString();
    post(event(lab.source(), "open", open, "1")).statusCode(200);

    lab.correct(lab.voiding("a-1")).statusCode(200).body("results[0].status", equalTo("closed"));
    lab.correct(RetentionLab.replacing(event(lab.source(), "open", lab.moment(1).toString(), "2")))
        .statusCode(200)
        .body("results[0].status", equalTo("rejected"))
        .body("results[0].reason.code", equalTo("before-horizon"));
    assertThat(lab.value("SELECT count(*) FROM " + Months.table(lab.month()))).isEqualTo("3");
  }

  @Test
  void aDetachThatWasCutOffIsFinished() throws Exception {
    lab.record("a-", 3);
    lab.confirmAll();
    long hold = HoldIT.place(lab);
    lab.yearsGoBy();
    lab.awaitState("ARCHIVED");
    try (Connection reading = RetentionLab.connect();
        Connection other = RetentionLab.connect();
        Statement statement = other.createStatement()) {
      readAll(reading);
      statement.execute("SET lock_timeout = 100");
      org.assertj.core.api.Assertions.assertThatThrownBy(
              () ->
                  statement.execute(
                      "ALTER TABLE ledger_event DETACH PARTITION "
                          + Months.table(lab.month())
                          + " CONCURRENTLY"))
          .hasMessageContaining("lock timeout");
    }
    assertThat(
            lab.value(
                "SELECT inhdetachpending FROM pg_inherits WHERE inhrelid = '%s'::regclass"
                    .formatted(Months.table(lab.month()))))
        .isEqualTo("t");

    HoldIT.release(hold);
    lab.awaitState("DROPPED");
  }

  @Test
  void aBatchInFlightIsWaitedFor() throws Exception {
    lab.record("a-", 3);
    lab.confirmAll();
    try (Connection inFlight = RetentionLab.connect();
        Statement statement = inFlight.createStatement()) {
      inFlight.setAutoCommit(false);
      statement.execute(
          "INSERT INTO ledger_event SELECT * FROM ledger_event WHERE charge_time = '%s' LIMIT 1"
              .formatted(lab.moment(1)));
      lab.yearsGoBy();
      lab.awaitWaitingFor("in-use");
      assertThat(lab.state()).isEqualTo("OPEN");

      inFlight.rollback();
    }
    lab.awaitState("DROPPED");
  }

  @Test
  void aMonthWithBatchesNobodyConfirmedIsNotClosed() {
    lab.record("a-", 3);
    lab.yearsGoBy();
    lab.awaitWaitingFor("unconfirmed");
    assertThat(lab.state()).isEqualTo("CLOSING");
    as(TestKeys.INSTALLER)
        .get("/api/v1/ledger/retention")
        .then()
        .statusCode(200)
        .body("keepMonths", equalTo(12))
        .body(
            "months.find { it.month == '" + lab.month() + "' }.verdict.code",
            equalTo("unconfirmed"));

    lab.confirmAll();
    lab.awaitState("DROPPED");
    assertThat(
            as(TestKeys.INSTALLER)
                .queryParam("limit", 1000)
                .get("/api/v1/ledger/retention/decisions")
                .jsonPath()
                .getList("items.findAll { it.month == '" + lab.month() + "' }.what", String.class))
        .contains(
            "closing", "unconfirmed", "closed", "archive-done", "archived", "detached", "dropped");
  }

  private static void readAll(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("DECLARE everything CURSOR FOR SELECT * FROM ledger_event");
      statement.execute("FETCH 1 FROM everything");
    }
  }

  /** Callers that send events of an open month without a pause, and somebody who watches them. */
  private static final class Crowd implements AutoCloseable {
    private static final String WAITING =
        """
        SELECT string_agg(query, ' | ') FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock'
          AND wait_event IN ('relation', 'tuple', 'object', 'advisory')
          AND (query ILIKE 'COPY%' OR query ILIKE 'INSERT%')""";

    private final ExecutorService threads = Executors.newFixedThreadPool(3);
    private final AtomicBoolean ending = new AtomicBoolean();
    private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
    private final Queue<String> waiting = new ConcurrentLinkedQueue<>();

    Crowd(String time) {
      String source = newSource();
      AtomicInteger number = new AtomicInteger();
      for (int i = 0; i < 2; i++) {
        threads.execute(
            () -> {
              while (!ending.get()) {
                String body = event(source, "e-" + number.incrementAndGet(), time, "1");
                statuses.add(post(body).extract().statusCode());
              }
            });
      }
      threads.execute(this::watch);
    }

    private void watch() {
      try (Connection connection = RetentionLab.connect();
          Statement statement = connection.createStatement()) {
        while (!ending.get()) {
          try (var rows = statement.executeQuery(WAITING)) {
            rows.next();
            if (rows.getString(1) != null) {
              waiting.add(rows.getString(1));
            }
          }
        }
      } catch (SQLException e) {
        waiting.add("the watch failed: " + e.getMessage());
      }
    }

    void awaitMore(int calls) {
      int before = statuses.size();
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> statuses.size() >= before + calls);
    }

    Queue<Integer> statuses() {
      return statuses;
    }

    Queue<String> seenWaiting() {
      return waiting;
    }

    @Override
    public void close() {
      ending.set(true);
      threads.close();
    }
  }
}
