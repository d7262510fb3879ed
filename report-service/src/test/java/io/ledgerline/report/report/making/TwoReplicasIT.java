package io.ledgerline.report.report.making;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.platform.access.Sight;
import io.ledgerline.platform.objectstore.ObjectStore;
import io.ledgerline.report.artifact.Artifact;
import io.ledgerline.report.artifact.ArtifactStore;
import io.ledgerline.report.reconciliation.Reconciler;
import io.ledgerline.report.reconciliation.Reconciliation;
import io.ledgerline.report.reconciliation.Sums;
import io.ledgerline.report.report.PeriodSpec;
import io.ledgerline.report.report.ReportFiles;
import io.ledgerline.report.report.ReportRun;
import io.ledgerline.report.report.RunFailure;
import io.ledgerline.report.report.RunMarks;
import io.ledgerline.report.report.RunRequest;
import io.ledgerline.report.report.RunTotals;
import io.ledgerline.report.report.store.LostClaimException;
import io.ledgerline.report.report.store.RunOutcome;
import io.ledgerline.report.report.store.RunStore;
import io.ledgerline.report.testing.ReportServiceTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two replicas hold the same run: one from before its lease ended, one since. */
@ReportServiceTest
class TwoReplicasIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Instant NOW = Instant.parse("2024-05-26T02:30:00Z");
  private static final String HOLD =
      "UPDATE report_run SET state = 'RUNNING', lease_owner = 'a replica', fencing = fencing + 1,"
          + " lease_until = now() + interval '1 hour', started_at = now() WHERE id = $1";

  @Inject RunStore runs;
  @Inject Publisher publisher;
  @Inject ArtifactStore artifacts;
  @Inject ObjectStore objects;
  @Inject Pool database;

  @TempDir Path folder;

  private ReportRun held(UUID id) {
    database.preparedQuery(HOLD).execute(Tuple.of(id)).await().atMost(PATIENCE);
    return runs.find(TenantId.DEFAULT, id).await().atMost(PATIENCE);
  }

  private UUID waiting() {
    RunRequest request =
        new RunRequest(
            "daily-usage",
            new PeriodSpec.Day(LocalDate.parse("2024-05-25"), ZoneId.of("UTC")),
            List.of());
    return database
        .withTransaction(
            tx ->
                runs.add(
                        tx,
                        TenantId.DEFAULT,
                        request,
                        new ReportRun.Origin(NOW, "test", null, null))
                    .call(
                        (UUID id) ->
                            tx.preparedQuery(HOLD).execute(Tuple.of(id)).replaceWithVoid()))
        .await()
        .atMost(PATIENCE);
  }

  private List<ReportFiles.File> files() throws IOException {
    Path file = Files.writeString(folder.resolve("report.csv"), "a,b\n1,2\n");
    return List.of(new ReportFiles.File(file, "report.csv", "text/csv"));
  }

  private void complete(ReportRun run, List<Artifact> stored) {
    Reconciliation reconciled =
        Reconciler.compare(
            new Reconciler.Sides(Sums.NONE, Sums.NONE, Sums.NONE, Sums.NONE),
            () -> null,
            () -> null);
    RunTotals totals =
        new RunTotals(
            0,
            0,
            new TreeMap<>(),
            BigDecimal.ZERO,
            "USD",
            new RunTotals.Unrated(0, List.of(), new TreeMap<>(), new TreeMap<>()),
            List.of());
    publisher.complete(
        run,
        new RunMarks(NOW, 0, null, NOW),
        false,
        stored,
        new RunOutcome(NOW, totals, reconciled),
        Set.of());
  }

  private void isGone(Artifact artifact) {
    assertThat(objects.head(artifact.address()).await().atMost(PATIENCE)).isEmpty();
  }

  @Test
  void theSameRunFinishedTwiceIsStoredOnce() throws IOException {
    UUID id = waiting();
    ReportRun first = runs.find(TenantId.DEFAULT, id).await().atMost(PATIENCE);
    ReportRun second = held(id);
    List<Artifact> ofFirst = publisher.store(first, files());
    List<Artifact> ofSecond = publisher.store(second, files());
    assertThat(ofFirst.getFirst().address()).isNotEqualTo(ofSecond.getFirst().address());

    complete(second, ofSecond);
    assertThatThrownBy(() -> complete(first, ofFirst)).isInstanceOf(LostClaimException.class);
    assertThatThrownBy(() -> complete(second, ofSecond)).isInstanceOf(LostClaimException.class);
    publisher.discard(ofFirst);

    List<Artifact> kept = artifacts.ofRuns(List.of(id)).await().atMost(PATIENCE).get(id);
    assertThat(kept).hasSize(1);
    assertThat(kept.getFirst().id()).isEqualTo(ofSecond.getFirst().id());
    assertThat(objects.head(kept.getFirst().address()).await().atMost(PATIENCE)).isPresent();
    isGone(ofFirst.getFirst());
  }

  @Test
  void aCancelledRunThatFinishesLateStoresNothing() throws IOException {
    UUID id = waiting();
    ReportRun run = runs.find(TenantId.DEFAULT, id).await().atMost(PATIENCE);
    List<Artifact> stored = publisher.store(run, files());
    runs.cancel(Sight.ofAll(TenantId.DEFAULT), id, RunFailure.cancelled("test"), NOW)
        .await()
        .atMost(PATIENCE);

    assertThatThrownBy(() -> complete(run, stored)).isInstanceOf(LostClaimException.class);
    publisher.discard(stored);

    assertThat(artifacts.ofRuns(List.of(id)).await().atMost(PATIENCE)).isEmpty();
    isGone(stored.getFirst());
    assertThat(runs.find(TenantId.DEFAULT, id).await().atMost(PATIENCE).failure().code())
        .isEqualTo("cancelled");
  }
}
