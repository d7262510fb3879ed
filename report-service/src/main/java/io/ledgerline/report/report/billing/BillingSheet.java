package io.ledgerline.report.report.billing;

import io.ledgerline.contracts.Period;
import io.ledgerline.report.report.RunTotals;
import io.ledgerline.report.report.grouped.GroupLine;
import io.ledgerline.report.report.grouped.GroupSum;
import io.ledgerline.report.report.grouped.GroupTally;
import io.ledgerline.report.report.sheet.Chart;
import io.ledgerline.report.report.sheet.Column;
import io.ledgerline.report.report.sheet.ColumnType;
import io.ledgerline.report.report.sheet.PageStory;
import io.ledgerline.report.report.sheet.SheetSpec;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How the report is laid out. */
final class BillingSheet {
  static final SheetSpec SPEC =
      new SheetSpec(
          "lines",
          "By day, endpoint, model and principal",
          List.of(
              new Column("date", "Day", ColumnType.DATE),
              new Column("endpoint", "Endpoint", ColumnType.TEXT),
              new Column("provider", "Provider", ColumnType.TEXT),
              new Column("model", "Model", ColumnType.TEXT),
              new Column("principal", "Principal", ColumnType.TEXT),
              new Column("requests", "Requests", ColumnType.DECIMAL),
              new Column("failed_requests", "Failed requests", ColumnType.DECIMAL),
              new Column("input_tokens", "Input tokens", ColumnType.DECIMAL),
              new Column("output_tokens", "Output tokens", ColumnType.DECIMAL),
              new Column("cache_read_tokens", "Cached tokens read", ColumnType.DECIMAL),
              new Column("cache_write_tokens", "Cached tokens written", ColumnType.DECIMAL),
              new Column("total_tokens", "All tokens", ColumnType.DECIMAL),
              new Column("images", "Images", ColumnType.DECIMAL),
              new Column("cost", "Cost", ColumnType.DECIMAL),
              new Column("currency", "Currency", ColumnType.TEXT),
              new Column("events", "Events", ColumnType.INTEGER),
              new Column("unrated_events", "Events without a cost", ColumnType.INTEGER)));

  private static final int MOST_BARS = 12;
  private static final int MOST_DAYS = 100;

  private BillingSheet() {}

  /** The lines of a report whose days are of {@code zone}. */
  static GroupLine.Lines<BillingKey> lines(ZoneId zone) {
    return new GroupLine.Lines<>(
        event -> BillingKey.of(event, zone), SPEC.columns(), BillingSheet::values);
  }

  /** The values of a line. */
  static List<Object> values(BillingKey key, GroupSum sum) {
    return Arrays.asList(
        key.day(),
        key.endpoint(),
        key.provider(),
        key.model(),
        key.principal(),
        sum.requests(),
        sum.failedRequests(),
        sum.tokens(0),
        sum.tokens(1),
        sum.tokens(2),
        sum.tokens(3),
        sum.totalTokens(),
        sum.images(),
        sum.cost(),
        sum.cost() == null ? null : GroupTally.currency().getCurrencyCode(),
        sum.events(),
        sum.unratedEvents());
  }

  /** The files' common name: the first and the last day of the period. */
  static String baseName(Period period) {
    LocalDate first = period.from().atZone(period.zone()).toLocalDate();
    LocalDate last = period.to().minusNanos(1).atZone(period.zone()).toLocalDate();
    return "billing_" + first + "_" + last;
  }

  static PageStory story(Period period) {
    return PageStory.of(
        "Billing", "Tokens and requests by day, endpoint, model and principal.", period);
  }

  /** Says what came of it. */
  static void tell(PageStory story, RunTotals totals, SortedMap<BillingKey, GroupSum> lines) {
    GroupSum all = new GroupSum();
    lines.values().forEach(all::add);
    story
        .figure("Cost", totals.charges(), totals.currency())
        .figure("Requests", all.requests(), "")
        .figure("Input tokens", all.tokens(0), "")
        .figure("Output tokens", all.tokens(1), "")
        .figure("All tokens", all.totalTokens(), "")
        .exact("Cost, exact", totals.charges(), totals.currency())
        .unrated(totals);
    SortedMap<LocalDate, BigDecimal> days = new TreeMap<>();
    SortedMap<String, BigDecimal> endpoints = new TreeMap<>();
    lines.forEach(
        (key, sum) -> {
          days.merge(key.day(), cost(sum), BigDecimal::add);
          endpoints.merge(
              key.endpoint() == null ? "(unknown)" : key.endpoint(),
              sum.totalTokens(),
              BigDecimal::add);
        });
    if (!days.isEmpty() && days.size() <= MOST_DAYS) {
      story.chart(new Chart("Cost by day", totals.currency(), Chart.Shape.DAYS, bars(days)));
    }
    if (!endpoints.isEmpty()) {
      story.chart(Chart.largest("Tokens by endpoint", "tokens", bars(endpoints), MOST_BARS));
    }
  }

  private static BigDecimal cost(GroupSum sum) {
    return sum.cost() == null ? BigDecimal.ZERO : sum.cost();
  }

  private static <K> List<Chart.Bar> bars(Map<K, BigDecimal> values) {
    List<Chart.Bar> bars = new ArrayList<>();
    values.forEach((label, value) -> bars.add(new Chart.Bar(label.toString(), value)));
    return bars;
  }
}
