package io.ledgerline.report.report.dailyrecords;

import io.ledgerline.contracts.AccessScope;
import io.ledgerline.report.report.ExplainedLine;
import io.ledgerline.report.report.LineQuestion;
import io.ledgerline.report.report.ReportFiles;
import io.ledgerline.report.report.ReportKind;
import io.ledgerline.report.report.ReportMaterial;
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

/** The kind {@code daily-records}; like {@code billing} it reads the ledger's detail. */
@ApplicationScoped
public class DailyRecordsKind implements ReportKind {
  /** The kind's name. */
  public static final String NAME = "daily-records";

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
    return "One row for each account, user, provider, charge type and day; and for each user"
        + " without the tokens that tools and plugins repeat.";
  }

  @Override
  public List<SheetFormat> formats() {
    return List.of(SheetFormat.values());
  }

  @Override
  public ReportFiles write(ReportMaterial material) throws IOException {
    GroupTally<DailyRecordKey> tally =
        new GroupTally<>(
            material.rating(), DailyRecordsSheet.lines(material.period().zone()).keyOf());
    tally.addAll(material);
    PageStory story =
        DailyRecordsSheet.story(material.period(), tally.totals())
            .linesIn(DailyRecordsSheet.RECORDS)
            .linesIn(DailyRecordsSheet.USERS);
    Map<DailyRecordKey, GroupSum> users = DailyRecordsSheet.users(tally.lines());
    DailyRecordsSheet.tell(story, users);
    String name = DailyRecordsSheet.baseName(material.period());
    try (SheetFiles sheets = new SheetFiles(material.folder(), name, material.formats(), story)) {
      sheets.begin(DailyRecordsSheet.RECORDS);
      for (Map.Entry<DailyRecordKey, GroupSum> line : tally.lines().entrySet()) {
        sheets.row(DailyRecordsSheet.record(line.getKey(), line.getValue()));
      }
      sheets.end();
      sheets.begin(DailyRecordsSheet.USERS);
      for (Map.Entry<DailyRecordKey, GroupSum> line : users.entrySet()) {
        sheets.row(DailyRecordsSheet.user(line.getKey(), line.getValue()));
      }
      sheets.end();
      return new ReportFiles(sheets.finish(), tally.totals());
    }
  }

  @Override
  public List<String> furtherTables() {
    return List.of(DailyRecordsSheet.USERS.name());
  }

  @Override
  public Optional<ExplainedLine> explain(LineQuestion question) throws IOException {
    return GroupLine.find(
        question,
        question.isOf(DailyRecordsSheet.USERS.name())
            ? DailyRecordsSheet.userLines(question.zone())
            : DailyRecordsSheet.lines(question.zone()));
  }
}
