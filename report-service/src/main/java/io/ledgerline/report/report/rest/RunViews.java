package io.ledgerline.report.report.rest;

import io.ledgerline.report.artifact.ArtifactStore;
import io.ledgerline.report.report.ReportRun;
import io.ledgerline.report.report.store.DeliveryStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Puts runs together with their artifacts and deliveries. */
@ApplicationScoped
class RunViews {
  private final ArtifactStore artifacts;
  private final DeliveryStore deliveries;

  RunViews(ArtifactStore artifacts, DeliveryStore deliveries) {
    this.artifacts = artifacts;
    this.deliveries = deliveries;
  }

  Uni<List<RunView>> of(List<ReportRun> runs) {
    List<UUID> ids = runs.stream().map(ReportRun::id).toList();
    return Uni.combine()
        .all()
        .unis(artifacts.ofRuns(ids), deliveries.ofRuns(ids))
        .with(
            (files, sent) ->
                runs.stream()
                    .map(
                        run ->
                            RunView.of(
                                run,
                                files.getOrDefault(run.id(), List.of()),
                                sent.getOrDefault(run.id(), List.of())))
                    .toList());
  }

  Uni<RunView> of(ReportRun run) {
    return of(List.of(run)).map(List::getFirst);
  }
}
