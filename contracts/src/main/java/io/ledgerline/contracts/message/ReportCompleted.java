package io.ledgerline.contracts.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.contracts.AccessScope;
import io.ledgerline.contracts.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * A report run whose artifacts are stored and will not change. notify-service makes one delivery
 * per target from it, however often it is sent.
 *
 * @param runId the run
 * @param tenant whose report it is
 * @param kind report kind, such as {@code daily-usage}
 * @param from inclusive start of the period
 * @param to exclusive end of the period
 * @param zone IANA zone the period was named in
 * @param provisional whether usage of the open posting quarter hour is in it
 * @param reconciled whether its numbers were proved equal to the ledger's
 * @param summary totals
 * @param artifacts its files
 * @param deliveries where they go; may be empty
 * @param completedAt when it was completed
 * @param ledger which ledger it was made of; null in records from before there was a chain
 * @param scope what of the tenant it is about; null for all
 */
public record ReportCompleted(
    UUID runId,
    TenantId tenant,
    String kind,
    Instant from,
    Instant to,
    String zone,
    boolean provisional,
    boolean reconciled,
    ReportSummary summary,
    List<ArtifactRef> artifacts,
    List<DeliveryTarget> deliveries,
    Instant completedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) LedgerProof ledger,
    @JsonInclude(JsonInclude.Include.NON_NULL) AccessScope scope) {
  /** Checks that all is there. */
  public ReportCompleted {
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(tenant, "tenant");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(summary, "summary");
    artifacts = List.copyOf(artifacts);
    deliveries = List.copyOf(deliveries);
    Objects.requireNonNull(completedAt, "completedAt");
  }

  /** A report on the whole tenant. */
  public ReportCompleted(
      UUID runId,
      TenantId tenant,
      String kind,
      Instant from,
      Instant to,
      String zone,
      boolean provisional,
      boolean reconciled,
      ReportSummary summary,
      List<ArtifactRef> artifacts,
      List<DeliveryTarget> deliveries,
      Instant completedAt,
      LedgerProof ledger) {
    this(
        runId,
        tenant,
        kind,
        from,
        to,
        zone,
        provisional,
        reconciled,
        summary,
        artifacts,
        deliveries,
        completedAt,
        ledger,
        null);
  }

  /** A report that does not say which ledger it was made of. */
  public ReportCompleted(
      UUID runId,
      TenantId tenant,
      String kind,
      Instant from,
      Instant to,
      String zone,
      boolean provisional,
      boolean reconciled,
      ReportSummary summary,
      List<ArtifactRef> artifacts,
      List<DeliveryTarget> deliveries,
      Instant completedAt) {
    this(
        runId,
        tenant,
        kind,
        from,
        to,
        zone,
        provisional,
        reconciled,
        summary,
        artifacts,
        deliveries,
        completedAt,
        null,
        null);
  }
}
