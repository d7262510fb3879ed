package io.ledgerline.report.report.dailyusage;

import io.ledgerline.report.report.sheet.Chart;
import io.ledgerline.report.report.sheet.Column;
import io.ledgerline.report.report.sheet.ColumnType;
import io.ledgerline.report.report.sheet.PageStory;
import io.ledgerline.report.report.sheet.SheetFiles;
import io.ledgerline.report.report.sheet.SheetSpec;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How the summary is laid out. */
final class DailyUsageSummarySheets {
  private static final List<Column> SUMS =
      List.of(
          new Column("Invocations", "Invocations", ColumnType.INTEGER),
          new Column("Events", "Events", ColumnType.INTEGER),
          new Column("Input_token_count", "Input tokens", ColumnType.DECIMAL),
          new Column("Output_token_count", "Output tokens", ColumnType.DECIMAL),
          new Column("Cache_read_token_count", "Cached tokens read", ColumnType.DECIMAL),
          new Column("Cache_write_token_count", "Cached tokens written", ColumnType.DECIMAL),
          new Column("Image_count", "Images", ColumnType.DECIMAL),
          new Column(
              "Charges_incurred", "Charges in " + DailyUsageRule.currency(), ColumnType.DECIMAL),
          new Column("Events_without_price", "Events without a price", ColumnType.INTEGER));

  static final SheetSpec PRINCIPALS =
      new SheetSpec(
          "principals",
          "By account and identity",
          columns(
              new Column("Account_ID", "Account", ColumnType.TEXT),
              new Column("Identity_ARN", "Identity", ColumnType.TEXT)));

  static final SheetSpec TOTALS =
      new SheetSpec(
          "totals",
          "Totals",
          columns(
              new Column("Total_of", "Total of", ColumnType.TEXT),
              new Column("Name", "Which", ColumnType.TEXT)));

  private static final int MOST_BARS = 12;
  private static final int MOST_DAYS = 100;

  private DailyUsageSummarySheets() {}

  private static List<Column> columns(Column... first) {
    List<Column> columns = new ArrayList<>(List.of(first));
    columns.addAll(SUMS);
    return columns;
  }

  /** Writes both sheets. */
  static void write(DailyUsageSummary summary, SheetFiles sheets) throws IOException {
    sheets.begin(PRINCIPALS);
    for (Map.Entry<DailyUsageSummary.Principal, DailyUsageSummary.Sum> who :
        summary.principals().entrySet()) {
      sheets.row(values(who.getKey(), who.getValue()));
    }
    sheets.end();
    sheets.begin(TOTALS);
    for (Map.Entry<DailyUsageSummary.Part, DailyUsageSummary.Sum> part :
        summary.parts().entrySet()) {
      sheets.row(values(part.getKey(), part.getValue()));
    }
    sheets.end();
  }

  static List<Object> values(DailyUsageSummary.Principal who, DailyUsageSummary.Sum sum) {
    return values(who.account(), who.identity(), sum);
  }

  static List<Object> values(DailyUsageSummary.Part part, DailyUsageSummary.Sum sum) {
    return values(part.by().text(), part.name(), sum);
  }

  private static List<Object> values(String first, String second, DailyUsageSummary.Sum sum) {
    List<Object> values = new ArrayList<>();
    values.add(first);
    values.add(second);
    values.add(sum.rows());
    values.add(sum.usage().events());
    for (int i = 0; i < 4; i++) {
      values.add(sum.usage().tokens(i));
    }
    values.add(sum.usage().images());
    values.add(sum.usage().cost());
    values.add(sum.usage().unratedEvents());
    return values;
  }

  /** Draws what people look for first. */
  static void tell(PageStory story, DailyUsageSummary summary) {
    List<Chart.Bar> days = bars(summary, DailyUsageSummary.By.DAY);
    if (!days.isEmpty() && days.size() <= MOST_DAYS) {
      story.chart(
          new Chart(
              "Charges by day", DailyUsageRule.currency().toString(), Chart.Shape.DAYS, days));
    }
    List<Chart.Bar> accounts = bars(summary, DailyUsageSummary.By.ACCOUNT);
    if (!accounts.isEmpty()) {
      story.chart(
          Chart.largest(
              "Charges by account", DailyUsageRule.currency().toString(), accounts, MOST_BARS));
    }
  }

  private static List<Chart.Bar> bars(DailyUsageSummary summary, DailyUsageSummary.By by) {
    List<Chart.Bar> bars = new ArrayList<>();
    summary
        .parts()
        .forEach(
            (part, sum) -> {
              if (part.by() == by) {
                BigDecimal cost = sum.usage().cost();
                bars.add(new Chart.Bar(part.name(), cost == null ? BigDecimal.ZERO : cost));
              }
            });
    return bars;
  }
}
