package io.ledgerline.report.report.dailyusage;

import io.ledgerline.report.report.ExplainedLine;
import io.ledgerline.report.report.LineQuestion;
import io.ledgerline.report.report.ReportFiles;
import io.ledgerline.report.report.ReportKind;
import io.ledgerline.report.report.ReportMaterial;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
  public String description() {
    return "One row per invocation: who used which model, how many tokens and images, at what cost.";
  }

  @Override
  public ReportFiles write(ReportMaterial material) throws IOException {
    String name = DailyUsageLayout.fileName(material.startedAt());
    Path file = material.folder().resolve(name);
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      DailyUsageReport report = new DailyUsageReport(material.rating(), out, material.lines());
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
    return DailyUsageLine.find(question);
  }
}
