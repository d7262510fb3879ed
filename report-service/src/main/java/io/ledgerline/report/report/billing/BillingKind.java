package io.ledgerline.report.report.billing;

import io.ledgerline.contracts.AccessScope;
import io.ledgerline.report.report.ExplainedLine;
import io.ledgerline.report.report.LineQuestion;
import io.ledgerline.report.report.ReportFiles;
import io.ledgerline.report.report.ReportKind;
import io.ledgerline.report.report.ReportMaterial;
import io.ledgerline.report.report.RunTotals;
import io.ledgerline.report.report.grouped.GroupLine;
import io.ledgerline.report.report.grouped.GroupSum;
import io.ledgerline.report.report.grouped.GroupTally;
import io.ledgerline.report.report.sheet.PageStory;
import io.ledgerline.report.report.sheet.SheetFiles;
import io.ledgerline.report.report.sheet.SheetFormat;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The kind {@code billing}. It reads the ledger's detail, not the rollups: what a run says at its
 * watermark stays the same whatever is rolled up later, and any period will do.
 */
@ApplicationScoped
public class BillingKind implements ReportKind {
  /** The kind's name. */
  public static final String NAME = "billing";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean keeps(AccessScope scope) {
    return true;
  }

  @Override
  public String description() {
    return "Tokens and requests by day, endpoint, model and principal, and what they cost.";
  }

  @Override
  public List<SheetFormat> formats() {
    return List.of(SheetFormat.values());
  }

  @Override
  public ReportFiles write(ReportMaterial material) throws IOException {
    GroupTally<BillingKey> tally =
        new GroupTally<>(material.rating(), BillingSheet.lines(material.period().zone()).keyOf());
    tally.addAll(material);
    RunTotals totals = tally.totals();
    PageStory story = BillingSheet.story(material.period()).linesIn(BillingSheet.SPEC);
    BillingSheet.tell(story, totals, tally.lines());
    String name = BillingSheet.baseName(material.period());
    try (SheetFiles sheets = new SheetFiles(material.folder(), name, material.formats(), story)) {
      sheets.begin(BillingSheet.SPEC);
      for (Map.Entry<BillingKey, GroupSum> line : tally.lines().entrySet()) {
        sheets.row(BillingSheet.values(line.getKey(), line.getValue()));
      }
      sheets.end();
      return new ReportFiles(sheets.finish(), totals);
    }
  }

  @Override
  public Optional<ExplainedLine> explain(LineQuestion question) throws IOException {
    return GroupLine.find(question, BillingSheet.lines(question.zone()));
  }
}
