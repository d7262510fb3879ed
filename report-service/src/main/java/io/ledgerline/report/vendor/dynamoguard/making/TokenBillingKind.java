package io.ledgerline.report.vendor.dynamoguard.making;

import io.ledgerline.contracts.AccessScope;
import io.ledgerline.contracts.Period;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.report.ledger.LedgerVerification;
import io.ledgerline.report.ledger.client.Ledger;
import io.ledgerline.report.ledger.store.VerifiedHeadStore;
import io.ledgerline.report.report.ExplainedLine;
import io.ledgerline.report.report.LineQuestion;
import io.ledgerline.report.report.ReportFiles;
import io.ledgerline.report.report.ReportKind;
import io.ledgerline.report.report.ReportMaterial;
import io.ledgerline.report.report.RunContext;
import io.ledgerline.report.store.Awaiting;
import io.ledgerline.report.vendor.dynamoguard.Summary;
import io.ledgerline.report.vendor.dynamoguard.TokenReport;
import io.ledgerline.report.vendor.dynamoguard.store.BillingReportStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The kind {@code dynamoguard-billing}: tokens of the analyze and chat endpoints. While it is made
 * the ledger's own rows are verified, so that a report of tampered usage says so.
 */
@ApplicationScoped
public class TokenBillingKind implements ReportKind {
  /** The kind's name. */
  public static final String NAME = "dynamoguard-billing";

  private final BillingReportStore reports;
  private final Ledger ledger;
  private final VerifiedHeadStore heads;

  TokenBillingKind(BillingReportStore reports, Ledger ledger, VerifiedHeadStore heads) {
    this.reports = reports;
    this.ledger = ledger;
    this.heads = heads;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "Tokens of DynamoGuard's analyze and chat endpoints by day, model and user, as its"
        + " Python SDK asks for them.";
  }

  @Override
  public boolean keeps(AccessScope scope) {
    return true;
  }

  @Override
  public ReportFiles write(ReportMaterial material) throws IOException {
    RunContext context = material.context();
    Optional<BillingReportStore.Order> order = Awaiting.outcome(reports.order(context.run()));
    Period period = material.period();
    TokenReport report =
        new TokenReport(
            material.rating(), order.map(BillingReportStore.Order::counts).orElse(true));
    report.addAll(material);
    int findings = verify(context.tenant(), period);
    List<ReportFiles.File> files = new ArrayList<>(report.write(material.folder()));
    files.add(
        new Summary(
                order.map(BillingReportStore.Order::report).orElse(null),
                period,
                order
                    .map(BillingReportStore.Order::environment)
                    .orElseGet(() -> context.tenant().value()),
                report.totals(),
                findings)
            .write(material.folder()));
    if (order.isPresent()) {
      Awaiting.outcome(reports.note(context.run(), report.totals(), findings));
    }
    return new ReportFiles(files, report.read());
  }

  /** The chain is computed from where it was found right before. */
  private int verify(TenantId tenant, Period period) {
    LedgerVerification verification =
        ledger.verification(
            tenant, period.from(), period.to(), Awaiting.outcome(heads.find()).orElse(null));
    if (verification.head() != null) {
      Awaiting.outcome(heads.advance(verification.head()));
    }
    return verification.findings().size();
  }

  @Override
  public Optional<ExplainedLine> explain(LineQuestion question) throws IOException {
    return TokenReport.find(question);
  }
}
