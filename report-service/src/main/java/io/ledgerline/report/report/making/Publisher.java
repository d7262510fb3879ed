package io.ledgerline.report.report.making;

import io.ledgerline.contracts.message.ArtifactRef;
import io.ledgerline.contracts.message.LedgerProof;
import io.ledgerline.contracts.message.ReportCompleted;
import io.ledgerline.contracts.message.ReportSummary;
import io.ledgerline.contracts.message.Topics;
import io.ledgerline.platform.messaging.MessageCodec;
import io.ledgerline.platform.messaging.OutgoingRecord;
import io.ledgerline.platform.messaging.outbox.Outbox;
import io.ledgerline.platform.objectstore.ObjectAddress;
import io.ledgerline.platform.objectstore.ObjectStore;
import io.ledgerline.platform.objectstore.ObjectStoreConfig;
import io.ledgerline.platform.objectstore.StoredObject;
import io.ledgerline.report.artifact.Artifact;
import io.ledgerline.report.artifact.ArtifactStore;
import io.ledgerline.report.reconciliation.store.ReportedHourStore;
import io.ledgerline.report.report.ReportFiles;
import io.ledgerline.report.report.ReportRun;
import io.ledgerline.report.report.RunFormats;
import io.ledgerline.report.report.RunMarks;
import io.ledgerline.report.report.RunTotals;
import io.ledgerline.report.report.store.LineMarkStore;
import io.ledgerline.report.report.store.RunClaims;
import io.ledgerline.report.report.store.RunOutcome;
import io.ledgerline.report.store.Awaiting;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Stores a run's files, then completes the run: its state, its artifacts and the message to
 * notify-service are one transaction. The object's key has the fencing token, so that two replicas
 * that make the same run never write the same object. Blocking.
 */
@ApplicationScoped
class Publisher {
  private static final String DEFAULT_BUCKET = "ledgerline-artifacts";

  private final ObjectStore objects;
  private final String bucket;
  private final Pool database;
  private final RunClaims claims;
  private final ReportedHourStore reported;
  private final LineMarkStore lineMarks;
  private final ArtifactStore artifacts;
  private final Outbox outbox;
  private final MessageCodec codec;
  private final Clock clock;

  Publisher(
      ObjectStore objects,
      ObjectStoreConfig config,
      Pool database,
      RunClaims claims,
      ReportedHourStore reported,
      LineMarkStore lineMarks,
      ArtifactStore artifacts,
      Outbox outbox,
      MessageCodec codec,
      Clock clock) {
    this.objects = objects;
    this.bucket = config.bucket().orElse(DEFAULT_BUCKET);
    this.database = database;
    this.claims = claims;
    this.reported = reported;
    this.lineMarks = lineMarks;
    this.artifacts = artifacts;
    this.outbox = outbox;
    this.codec = codec;
    this.clock = clock;
  }

  /** Puts the files into the object store. */
  List<Artifact> store(ReportRun run, List<ReportFiles.File> files) {
    return files.stream().map(file -> store(run, file)).toList();
  }

  /**
   * Completes the run with what was stored; from then on everybody can see it.
   *
   * @param further names of files that are delivered only when they were asked for
   */
  void complete(
      ReportRun run,
      RunMarks marks,
      boolean provisional,
      List<Artifact> stored,
      RunOutcome outcome,
      Set<String> further) {
    Predicate<Artifact> isDelivered = isDelivered(run.request().formats(), further);
    ReportCompleted message =
        message(run, marks, provisional, stored.stream().filter(isDelivered).toList(), outcome);
    OutgoingRecord record =
        new OutgoingRecord(Topics.REPORT_COMPLETED, run.id().toString(), codec.encode(message));
    Uni<Void> completed =
        database.withTransaction(
            tx ->
                claims
                    .complete(tx, run, outcome)
                    .chain(() -> reported.forgetOthers(tx, run.id(), run.fencing()))
                    .chain(() -> lineMarks.forgetOthers(tx, run))
                    .chain(() -> artifacts.add(tx, stored))
                    .chain(() -> outbox.add(tx, record)));
    Awaiting.outcome(completed);
    outbox.wake();
  }

  /** Removes what was stored for nothing, as well as it can. */
  void discard(List<Artifact> stored) {
    stored.forEach(
        artifact ->
            Awaiting.outcome(objects.delete(artifact.address()).onFailure().recoverWithNull()));
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private Artifact store(ReportRun run, ReportFiles.File file) {
    ObjectAddress address =
        new ObjectAddress(
            bucket,
            "artifacts/%s/%s/%d/%s".formatted(run.tenant(), run.id(), run.fencing(), file.name()));
    StoredObject stored = Awaiting.outcome(objects.put(address, file.path(), file.mediaType()));
    return new Artifact(
        UUID.randomUUID(),
        run.tenant(),
        run.id(),
        file.name(),
        file.mediaType(),
        stored.size(),
        stored.sha256(),
        address,
        now());
  }

  private static Predicate<Artifact> isDelivered(RunFormats formats, Set<String> further) {
    return artifact ->
        (formats.bundleDelivered() || !artifact.isBundle())
            && (formats.furtherDelivered() || !further.contains(artifact.name()));
  }

  private static ReportCompleted message(
      ReportRun run,
      RunMarks marks,
      boolean provisional,
      List<Artifact> delivered,
      RunOutcome outcome) {
    RunTotals totals = outcome.totals();
    return new ReportCompleted(
        run.id(),
        run.tenant(),
        run.request().kind(),
        run.period().from(),
        run.period().to(),
        run.period().zone().getId(),
        provisional,
        outcome.reconciliation().isReconciled(),
        new ReportSummary(
            totals.rows(),
            totals.events(),
            totals.quantities(),
            totals.charges(),
            totals.currency(),
            totals.unrated().events()),
        delivered.stream()
            .map(a -> new ArtifactRef(a.id(), a.name(), a.mediaType(), a.size(), a.sha256()))
            .toList(),
        run.request().deliveries(),
        outcome.completedAt(),
        marks.chainHead() == null ? null : new LedgerProof(marks.watermark(), marks.chainHead()),
        run.scope());
  }
}
