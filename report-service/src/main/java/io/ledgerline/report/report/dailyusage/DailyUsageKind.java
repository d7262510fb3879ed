package io.ledgerline.report.report.dailyusage;

import io.ledgerline.report.report.ExplainedLine;
import io.ledgerline.report.report.LineQuestion;
import io.ledgerline.report.report.ReportFiles;
import io.ledgerline.report.report.ReportKind;
import io.ledgerline.report.report.ReportMaterial;
import io.ledgerline.report.report.RunTotals;
import io.ledgerline.report.report.sheet.PageStory;
import io.ledgerline.report.report.sheet.SheetFiles;
import io.ledgerline.report.report.sheet.SheetFormat;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The kind {@code daily-usage}. Memory does not grow with the number of rows. */
@ApplicationScoped
public class DailyUsageKind implements ReportKind {
  /** The kind's name. */
  public static final String NAME = "daily-usage";

  private static final int TELL_EVERY = 1000;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean keepsScope() {
    return true;
  }

  @Override
  public String description() {
    return "One row per invocation: who used which model, how many tokens and images, at what cost.";
  }

  @Override
  public List<SheetFormat> formats() {
    return List.of(SheetFormat.values());
  }

  /** The CSV is the contract's, byte for byte; the other formats have its rows. */
  @Override
  public ReportFiles write(ReportMaterial material) throws IOException {
    Set<SheetFormat> others = EnumSet.copyOf(material.formats());
    boolean contract = others.remove(SheetFormat.CSV);
    String name = DailyUsageLayout.fileName(material.startedAt());
    Path file = material.folder().resolve(name);
    String baseName = name.substring(0, name.lastIndexOf('.'));
    PageStory story = DailyUsageSheet.story(material.period()).allRowsIn(contract ? name : null);
    try (Writer out =
            contract ? Files.newBufferedWriter(file, StandardCharsets.UTF_8) : Writer.nullWriter();
        SheetFiles sheets = new SheetFiles(material.folder(), baseName, others, story)) {
      RunTotals totals = write(material, out, sheets);
      DailyUsageSheet.tell(story, totals);
      List<ReportFiles.File> files = new ArrayList<>(sheets.finish());
      if (contract) {
        files.addFirst(new ReportFiles.File(file, name, "text/csv"));
      }
      return new ReportFiles(files, totals);
    }
  }

  private static RunTotals write(ReportMaterial material, Writer out, SheetFiles sheets)
      throws IOException {
    sheets.begin(DailyUsageSheet.SPEC);
    DailyUsageReport report =
        new DailyUsageReport(
            material.rating(),
            out,
            material.lines(),
            cells -> sheets.row(DailyUsageSheet.values(cells)));
    material
        .detail()
        .forEach(
            line -> {
              report.add(line);
              if (report.events() % TELL_EVERY == 0) {
                material.progress().accept(report.events());
              }
            });
    sheets.end();
    return report.totals();
  }

  @Override
  public Optional<ExplainedLine> explain(LineQuestion question) throws IOException {
    return DailyUsageLine.find(question);
  }
}
