package io.ledgerline.notify.support;

import io.ledgerline.contracts.AccessScope;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.message.ArtifactRef;
import io.ledgerline.contracts.message.DeliveryTarget;
import io.ledgerline.contracts.message.LedgerProof;
import io.ledgerline.contracts.message.ReportCompleted;
import io.ledgerline.contracts.message.ReportSummary;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Completed reports as report-service announces them. */
public final class Reports {
  private Reports() {}

  /** A clean report of a kind with one artifact that is stored nowhere. */
  public static ReportCompleted of(String kind) {
    ArtifactRef artifact =
        new ArtifactRef(UUID.randomUUID(), "usage.csv", "text/csv", 4711, "00".repeat(32));
    return report(kind, false, true, 0, List.of(artifact), List.of());
  }

  /** A report with everything about it that a reader must be told. */
  public static ReportCompleted flagged(String kind) {
    ReportCompleted clean = of(kind);
    return report(kind, true, false, 7, clean.artifacts(), List.of());
  }

  /** A report that says which ledger it was made of. */
  public static ReportCompleted madeOf(LedgerProof ledger) {
    ReportCompleted report = of("statement");
    return new ReportCompleted(
        report.runId(),
        report.tenant(),
        report.kind(),
        report.from(),
        report.to(),
        report.zone(),
        report.provisional(),
        report.reconciled(),
        report.summary(),
        report.artifacts(),
        report.deliveries(),
        report.completedAt(),
        ledger);
  }

  /** The same report, about a part of the tenant; null for all of it. */
  public static ReportCompleted about(AccessScope scope, ReportCompleted report) {
    return new ReportCompleted(
        report.runId(),
        report.tenant(),
        report.kind(),
        report.from(),
        report.to(),
        report.zone(),
        report.provisional(),
        report.reconciled(),
        report.summary(),
        report.artifacts(),
        report.deliveries(),
        report.completedAt(),
        report.ledger(),
        scope);
  }

  /** A report with an artifact for some targets. */
  public static ReportCompleted to(String kind, ArtifactRef artifact, DeliveryTarget... targets) {
    return report(kind, false, true, 0, List.of(artifact), List.of(targets));
  }

  private static ReportCompleted report(
      String kind,
      boolean provisional,
      boolean reconciled,
      long unrated,
      List<ArtifactRef> artifacts,
      List<DeliveryTarget> targets) {
    return new ReportCompleted(
        UUID.randomUUID(),
        TenantId.DEFAULT,
        kind,
        Instant.parse("2023-11-16T00:00:00Z"),
        Instant.parse("2023-11-17T00:00:00Z"),
        "UTC",
        provisional,
        reconciled,
        new ReportSummary(
            8819,
            8819,
            Map.of(
                "input_tokens", new BigDecimal("18059974"),
                "output_tokens", new BigDecimal("245896")),
            new BigDecimal("12.0000007"),
            "USD",
            unrated),
        artifacts,
        targets,
        Instant.parse("2023-11-17T02:30:04Z"));
  }
}
