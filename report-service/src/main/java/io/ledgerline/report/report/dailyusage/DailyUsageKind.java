package io.ledgerline.report.report.dailyusage;

import io.ledgerline.contracts.AccessScope;
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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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
  public boolean keeps(AccessScope scope) {
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

  @Override
  public boolean hasFurtherFiles() {
    return true;
  }

  /**
   * The CSV is the contract's, byte for byte; the other formats have its rows. Who used what and
   * the totals are further sheets, or further files where a format has one for each sheet.
   */
  @Override
  public ReportFiles write(ReportMaterial material) throws IOException {
    boolean contract = material.formats().contains(SheetFormat.CSV);
    String name = DailyUsageLayout.fileName(material.startedAt());
    Path file = material.folder().resolve(name);
    String baseName = name.substring(0, name.lastIndexOf('.'));
    PageStory story =
        DailyUsageSheet.story(material.period())
            .linesIn(DailyUsageSheet.SPEC)
            .linesIn(DailyUsageSummarySheets.PRINCIPALS)
            .linesIn(DailyUsageSummarySheets.TOTALS)
            .allRowsIn(contract ? name : null);
    DailyUsageSummary summary = new DailyUsageSummary(material.period().zone());
    try (Writer out =
            contract ? Files.newBufferedWriter(file, StandardCharsets.UTF_8) : Writer.nullWriter();
        SheetFiles sheets =
            new SheetFiles(material.folder(), baseName, material.formats(), story)) {
      RunTotals totals = write(material, out, sheets, summary);
      DailyUsageSummarySheets.write(summary, sheets);
      DailyUsageSheet.tell(story, totals);
      DailyUsageSummarySheets.tell(story, summary);
      List<ReportFiles.File> files = new ArrayList<>(inOrder(sheets.finish(), baseName + "."));
      if (contract) {
        files.addFirst(new ReportFiles.File(file, name, "text/csv"));
      }
      return new ReportFiles(files, totals);
    }
  }

  /** The report's own files first. */
  private static List<ReportFiles.File> inOrder(List<ReportFiles.File> files, String own) {
    return files.stream()
        .map(file -> file.name().startsWith(own) ? file : file.asFurther())
        .sorted(Comparator.comparing(ReportFiles.File::further))
        .toList();
  }

  private static RunTotals write(
      ReportMaterial material, Writer out, SheetFiles sheets, DailyUsageSummary summary)
      throws IOException {
    sheets.beginWithout(SheetFormat.CSV, DailyUsageSheet.SPEC);
    DailyUsageReport report =
        new DailyUsageReport(
            material.rating(),
            out,
            material.lines(),
            (line, rated, cells) -> {
              summary.add(line, rated, cells.isPresent());
              if (cells.isPresent()) {
                sheets.row(DailyUsageSheet.values(cells.get()));
              }
            });
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
  public List<String> furtherTables() {
    return List.of(
        DailyUsageSummarySheets.PRINCIPALS.name(), DailyUsageSummarySheets.TOTALS.name());
  }

  @Override
  public Optional<ExplainedLine> explain(LineQuestion question) throws IOException {
    return question.table() == null
        ? DailyUsageLine.find(question, DailyUsageLayout::charge)
        : DailyUsageSummaryLine.find(question);
  }
}
