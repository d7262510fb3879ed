package io.ledgerline.report.vendor.dynamoguard;

import io.ledgerline.report.ledger.LedgerLine;
import io.ledgerline.report.rating.EventRater;
import io.ledgerline.report.rating.EventRating;
import io.ledgerline.report.rating.RatedEvent;
import io.ledgerline.report.report.ExplainedLine;
import io.ledgerline.report.report.LineQuestion;
import io.ledgerline.report.report.ReportFiles;
import io.ledgerline.report.report.ReportMaterial;
import io.ledgerline.report.report.RunTotals;
import io.ledgerline.report.report.TotalsTally;
import io.ledgerline.report.report.grouped.GroupLine;
import io.ledgerline.report.report.grouped.GroupSum;
import io.ledgerline.report.report.grouped.GroupTally;
import io.ledgerline.report.report.sheet.Column;
import io.ledgerline.report.report.sheet.ColumnType;
import io.ledgerline.report.report.sheet.PageStory;
import io.ledgerline.report.report.sheet.SheetFiles;
import io.ledgerline.report.report.sheet.SheetFormat;
import io.ledgerline.report.report.sheet.SheetSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Adds the tokens of a report up and lays them out. All events count in the run's totals, which are
 * held against the ledger's; the lines have the billed ones alone. Memory grows with lines, not
 * with events. Not safe for several threads.
 */
public final class TokenReport {
  /** The file's name without its extension. */
  private static final String NAME = "billing_report";

  private static final int TELL_EVERY = 1000;
  private static final SheetSpec SPEC =
      new SheetSpec(
          "lines",
          "Tokens by day, endpoint, model and user",
          List.of(
              new Column("date", "Day (UTC)", ColumnType.DATE),
              new Column("endpoint", "Endpoint", ColumnType.TEXT),
              new Column("model_id", "Model", ColumnType.TEXT),
              new Column("user_or_api_key_id", "User or API key", ColumnType.TEXT),
              new Column("requests", "Requests", ColumnType.DECIMAL),
              new Column("input_tokens", "Input tokens", ColumnType.DECIMAL),
              new Column("output_tokens", "Output tokens", ColumnType.DECIMAL),
              new Column("total_tokens", "All tokens", ColumnType.DECIMAL)));

  private final SortedMap<TokenKey, GroupSum> lines = new TreeMap<>();
  private final TotalsTally read = new TotalsTally(GroupTally.currency());
  private final EventRater rater;
  private final boolean counts;

  /**
   * Nothing yet.
   *
   * @param counts whether anything is billed at all
   */
  public TokenReport(EventRating rating, boolean counts) {
    this.rater = rating.rater(GroupTally.currency());
    this.counts = counts;
  }

  /** A line found again, with what is behind it. */
  public static Optional<ExplainedLine> find(LineQuestion question) throws IOException {
    return GroupLine.find(
        question, new GroupLine.Lines<>(TokenKey::of, SPEC.columns(), TokenReport::values));
  }

  /** Adds the next event. */
  public void add(LedgerLine event) {
    RatedEvent rated = rater.rate(event);
    read.add(event, rated, false);
    TokenKey key = TokenKey.of(event);
    if (counts && key != TokenKey.NOT_BILLED) {
      lines.computeIfAbsent(key, k -> new GroupSum()).add(event, rated);
    }
  }

  /** Adds all events of a report, and tells how far it is. */
  public void addAll(ReportMaterial material) throws IOException {
    material
        .detail()
        .forEach(
            event -> {
              add(event);
              if (read.events() % TELL_EVERY == 0) {
                material.progress().accept(read.events());
              }
            });
  }

  /** What the lines add up to. */
  public TokenTotals totals() {
    return TokenTotals.of(lines);
  }

  /** What was read, and how many lines came of it. */
  public RunTotals read() {
    RunTotals all = read.totals();
    return new RunTotals(
        all.events(),
        lines.size(),
        all.quantities(),
        all.charges(),
        all.currency(),
        all.unrated(),
        all.byModel());
  }

  /** Writes {@code billing_report.csv}. */
  public List<ReportFiles.File> write(Path folder) throws IOException {
    PageStory story = new PageStory("DynamoGuard billing", SPEC.title());
    try (SheetFiles sheets = new SheetFiles(folder, NAME, Set.of(SheetFormat.CSV), story)) {
      sheets.begin(SPEC);
      for (Map.Entry<TokenKey, GroupSum> line : lines.entrySet()) {
        sheets.row(values(line.getKey(), line.getValue()));
      }
      sheets.end();
      return sheets.finish();
    }
  }

  private static List<Object> values(TokenKey key, GroupSum sum) {
    TokenTotals totals = TokenTotals.of(sum);
    return Arrays.asList(
        key.day(),
        key.endpoint(),
        key.model(),
        key.user(),
        totals.requests(),
        totals.inputTokens(),
        totals.outputTokens(),
        totals.totalTokens());
  }
}
