package io.ledgerline.report.report.capacity;

import io.ledgerline.report.report.ExplainedLine;
import io.ledgerline.report.report.LineQuestion;
import io.ledgerline.report.report.ReportFiles;
import io.ledgerline.report.report.ReportKind;
import io.ledgerline.report.report.ReportMaterial;
import io.ledgerline.report.report.sheet.PageStory;
import io.ledgerline.report.report.sheet.SheetFiles;
import io.ledgerline.report.report.sheet.SheetFormat;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The kind {@code capacity}. It reads the ledger's detail, from as long before the period as a
 * sample may hold: what a run says at its watermark stays the same whatever comes later.
 */
@ApplicationScoped
public class CapacityKind implements ReportKind {
  /** The kind's name. */
  public static final String NAME = "capacity";

  private static final int TELL_EVERY = 1000;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "Cores, memory, storage, GPUs and other gauges by day, account, workspace and resource:"
        + " average, peak and 95th percentile, unit-hours, hours not covered, and what they cost.";
  }

  @Override
  public List<SheetFormat> formats() {
    return List.of(SheetFormat.values());
  }

  @Override
  public ReportFiles write(ReportMaterial material) throws IOException {
    CapacityTally tally = new CapacityTally(material.rating(), material.period());
    material
        .earlier()
        .apply(CapacityTally.earliest(material.rating(), material.period()))
        .forEach(tally::add);
    material
        .detail()
        .forEach(
            event -> {
              tally.add(event);
              if (tally.events() % TELL_EVERY == 0) {
                material.progress().accept(tally.events());
              }
            });
    tally.end();
    PageStory story = CapacitySheet.story(material.period()).linesIn(CapacitySheet.SPEC);
    CapacitySheet.tell(story, tally);
    String name = CapacitySheet.baseName(material.period());
    try (SheetFiles sheets = new SheetFiles(material.folder(), name, material.formats(), story)) {
      sheets.begin(CapacitySheet.SPEC);
      for (Map.Entry<CapacityKey, CapacityRow> line : tally.rows().entrySet()) {
        sheets.row(CapacitySheet.values(line.getKey(), line.getValue(), tally));
      }
      sheets.end();
      return new ReportFiles(sheets.finish(), tally.totals());
    }
  }

  @Override
  public Optional<ExplainedLine> explain(LineQuestion question) throws IOException {
    return CapacityLine.find(question);
  }
}
