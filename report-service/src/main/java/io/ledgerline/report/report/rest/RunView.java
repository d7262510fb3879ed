package io.ledgerline.report.report.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.contracts.AccessScope;
import io.ledgerline.report.artifact.Artifact;
import io.ledgerline.report.artifact.ArtifactView;
import io.ledgerline.report.report.ReportRun;
import io.ledgerline.report.report.RunDelivery;
import io.ledgerline.report.report.RunFailure;
import io.ledgerline.report.report.RunState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A run as the API shows it.
 *
 * @param id its identity
 * @param kind report kind
 * @param state how it stands
 * @param period which usage
 * @param formats in which it was asked for; empty for the kind's own
 * @param createdAt when it was asked for
 * @param createdBy who asked
 * @param startedAt start of the first attempt
 * @param completedAt when it was completed or given up
 * @param attempts how often it was begun
 * @param watermark the ledger up to here
 * @param chainHead the ledger's chain at the watermark
 * @param provisional whether usage of the open posting quarter hour is in it
 * @param priceBookAt the price book as known at this instant
 * @param progress while it is made
 * @param totals once it is completed
 * @param reconciliation once it is completed
 * @param artifacts its files
 * @param deliveries how they stand
 * @param failure why it failed, or what the next attempt waits for
 * @param scheduleId the schedule that made it
 * @param dueAt the schedule's due time
 * @param scope what of the tenant it is about; absent for all
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunView(
    UUID id,
    String kind,
    RunState state,
    PeriodView period,
    List<String> formats,
    Instant createdAt,
    String createdBy,
    Instant startedAt,
    Instant completedAt,
    int attempts,
    Long watermark,
    String chainHead,
    Boolean provisional,
    Instant priceBookAt,
    ProgressView progress,
    TotalsView totals,
    ReconciliationView reconciliation,
    List<ArtifactView> artifacts,
    List<RunDelivery> deliveries,
    RunFailure failure,
    UUID scheduleId,
    Instant dueAt,
    AccessScope scope) {
  static RunView of(ReportRun run, List<Artifact> artifacts, List<RunDelivery> deliveries) {
    return new RunView(
        run.id(),
        run.request().kind(),
        run.state(),
        PeriodView.of(run.request().period()),
        run.request().formats().names(),
        run.origin().createdAt(),
        run.origin().createdBy(),
        run.startedAt(),
        run.completedAt(),
        run.attempts(),
        run.watermark(),
        run.chainHead(),
        run.provisional(),
        run.priceBookAt(),
        run.progress() == null ? null : ProgressView.of(run.progress()),
        run.totals() == null ? null : TotalsView.of(run.totals()),
        run.reconciliation() == null ? null : ReconciliationView.of(run.reconciliation()),
        artifacts.stream().map(ArtifactView::of).toList(),
        deliveries,
        run.failure(),
        run.origin().scheduleId(),
        run.origin().dueAt(),
        run.scope());
  }
}
