package io.ledgerline.report.report.dailyusage;

import io.ledgerline.contracts.AccessScope;
import io.ledgerline.report.report.ExplainedLine;
import io.ledgerline.report.report.LineQuestion;
import io.ledgerline.report.report.ReportFiles;
import io.ledgerline.report.report.ReportKind;
import io.ledgerline.report.report.ReportMaterial;
import io.ledgerline.report.report.sheet.SheetFormat;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The kind {@code daily-usage-strict}: the file of {@code daily-usage} with charges in the text of
 * the original's floating point, for those who compare the two byte by byte. Its totals are exact.
 */
@ApplicationScoped
public class StrictDailyUsageKind implements ReportKind {
  private static final int TELL_EVERY = 1000;

  @Override
  public String name() {
    return "daily-usage-strict";
  }

  @Override
  public String description() {
    return "As daily-usage, with charges written as the floating point numbers of the original.";
  }

  @Override
  public boolean keeps(AccessScope scope) {
    return true;
  }

  @Override
  public List<SheetFormat> formats() {
    return List.of(SheetFormat.CSV);
  }

  @Override
  public ReportFiles write(ReportMaterial material) throws IOException {
    String name = DailyUsageLayout.fileName(material.startedAt());
    Path file = material.folder().resolve(name);
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      DailyUsageReport report =
          new DailyUsageReport(
              new DailyUsageRule(material.rating(), FloatText::charge),
              out,
              material.lines(),
              (line, rated, cells) -> {});
      material
          .detail()
          .forEach(
              line -> {
                report.add(line);
                if (report.events() % TELL_EVERY == 0) {
                  material.progress().accept(report.events());
                }
              });
      return new ReportFiles(
          List.of(new ReportFiles.File(file, name, "text/csv")), report.totals());
    }
  }

  @Override
  public Optional<ExplainedLine> explain(LineQuestion question) throws IOException {
    return DailyUsageLine.find(question, FloatText::charge);
  }
}
