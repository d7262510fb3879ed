package io.ledgerline.report.report.making;

import io.ledgerline.report.artifact.link.LinkConfig;
import io.ledgerline.report.reconciliation.Reconciliation;
import io.ledgerline.report.report.ReportFiles;
import io.ledgerline.report.report.ReportRun;
import io.ledgerline.report.report.RunMarks;
import io.ledgerline.report.report.sheet.PageStamp;
import io.ledgerline.report.report.sheet.SheetFormat;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;

/** Says on a run's pages which run made them, at which marks, and how it was reconciled. */
@ApplicationScoped
class RunPages {
  private final LinkConfig links;

  RunPages(LinkConfig links) {
    this.links = links;
  }

  void stamp(
      ReportRun run,
      RunMarks marks,
      boolean provisional,
      ReportFiles files,
      Reconciliation reconciliation)
      throws IOException {
    PageStamp stamp =
        new PageStamp(address(run))
            .fact("Run", run.id())
            .fact("Reconciliation", told(reconciliation))
            .fact("Provisional", provisional ? "yes" : "no")
            .fact("Ledger up to seal", marks.watermark())
            .fact("Chain of the ledger", marks.chainHead())
            .fact("Prices as known at", marks.priceBookAt())
            .fact("Begun", marks.startedAt());
    if (!reconciliation.isReconciled()) {
      stamp.warning(
          "This report is not reconciled with the ledger: %s differences."
              .formatted(count(reconciliation.differenceCount())));
    }
    if (!reconciliation.archivedMonths().isEmpty()) {
      stamp.warning(
          "Events of %s are archived and not in the ledger: until they are restored, this report has none of them."
              .formatted(String.join(", ", reconciliation.archivedMonths())));
    }
    if (provisional) {
      stamp.warning(
          "This report is provisional: it has usage of a quarter hour that was still open when it was made.");
    }
    for (ReportFiles.File file : files.files()) {
      if (file.mediaType().equals(SheetFormat.HTML.mediaType())) {
        stamp.into(file.path());
      }
    }
  }

  private static String told(Reconciliation reconciliation) {
    return reconciliation.isReconciled()
        ? "reconciled with the ledger, %s batches".formatted(count(reconciliation.batches()))
        : "not reconciled";
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** Where people reach the run; relative to the service when that is not configured. */
  private URI address(ReportRun run) {
    String path = "/api/v1/report-runs/" + run.id();
    return links
        .baseUrl()
        .map(base -> URI.create(base.toString().replaceAll("/+$", "") + path))
        .orElseGet(() -> URI.create(path));
  }
}
