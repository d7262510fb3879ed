package io.ledgerline.report.report.dailyrecords;

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
final class DailyRecordsSheet {
  static final SheetSpec RECORDS =
      new SheetSpec("records", "By day, account, user, provider and charge type", columns(true));

  static final SheetSpec USERS =
      new SheetSpec("users", "By day, account, user and provider: completions", columns(false));

  private static final int MOST_BARS = 12;
  private static final int MOST_DAYS = 100;

  private DailyRecordsSheet() {}

  private static List<Column> columns(boolean withType) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("date", "Day", ColumnType.DATE));
    columns.add(new Column("account", "Account", ColumnType.TEXT));
    columns.add(new Column("user", "User", ColumnType.TEXT));
    columns.add(new Column("provider", "Provider", ColumnType.TEXT));
    if (withType) {
      columns.add(new Column("charge_type", "Charge type", ColumnType.TEXT));
    }
    columns.add(new Column("charges", "Charges", ColumnType.INTEGER));
    columns.add(new Column("prompt_tokens", "Prompt tokens", ColumnType.DECIMAL));
    columns.add(new Column("completion_tokens", "Completion tokens", ColumnType.DECIMAL));
    columns.add(new Column("total_tokens", "All tokens", ColumnType.DECIMAL));
    columns.add(new Column("cost", "Cost", ColumnType.DECIMAL));
    columns.add(new Column("currency", "Currency", ColumnType.TEXT));
    columns.add(new Column("unrated_events", "Events without a cost", ColumnType.INTEGER));
    return columns;
  }

  /** The lines of a report whose days are of {@code zone}. */
  static GroupLine.Lines<DailyRecordKey> lines(ZoneId zone) {
    return new GroupLine.Lines<>(
        event -> DailyRecordKey.of(event, zone), RECORDS.columns(), DailyRecordsSheet::record);
  }

  /** The lines of the second table, which leaves out what repeats tokens. */
  static GroupLine.Lines<DailyRecordKey> userLines(ZoneId zone) {
    return new GroupLine.Lines<>(
        event -> {
          DailyRecordKey key = DailyRecordKey.of(event, zone);
          return key.isRepeated() ? null : key.ofAllTypes();
        },
        USERS.columns(),
        DailyRecordsSheet::user);
  }

  /** The values of a record. */
  static List<Object> record(DailyRecordKey key, GroupSum sum) {
    List<Object> values = user(key, sum);
    values.add(4, key.chargeType());
    return values;
  }

  /** The values of a record of all charge types. */
  static List<Object> user(DailyRecordKey key, GroupSum sum) {
    DailyTokens tokens = DailyTokens.of(sum);
    return new ArrayList<>(
        Arrays.asList(
            key.day(),
            key.account(),
            key.user(),
            key.provider(),
            sum.events(),
            tokens.prompt(),
            tokens.completion(),
            tokens.total(),
            sum.cost(),
            sum.cost() == null ? null : GroupTally.currency().getCurrencyCode(),
            sum.unratedEvents()));
  }

  /** Records of all charge types but those that repeat the tokens of others. */
  static SortedMap<DailyRecordKey, GroupSum> users(Map<DailyRecordKey, GroupSum> records) {
    SortedMap<DailyRecordKey, GroupSum> users = new TreeMap<>();
    records.forEach(
        (key, sum) -> {
          if (!key.isRepeated()) {
            users.computeIfAbsent(key.ofAllTypes(), all -> new GroupSum()).add(sum);
          }
        });
    return users;
  }

  static String baseName(Period period) {
    LocalDate first = period.from().atZone(period.zone()).toLocalDate();
    LocalDate last = period.to().minusNanos(1).atZone(period.zone()).toLocalDate();
    return "daily-records_" + first + "_" + last;
  }

  static PageStory story(Period period, RunTotals totals) {
    return PageStory.of(
            "Daily records", "Tokens by day, account, user, provider and charge type.", period)
        .exact("Cost, exact", totals.charges(), totals.currency())
        .figure("Cost", totals.charges(), totals.currency())
        .unrated(totals)
        .remark(
            "Charges of the types tool and plugin repeat the tokens of the completion that caused"
                + " them; the rows of users leave them out.");
  }

  /** Says who used most. */
  static void tell(PageStory story, Map<DailyRecordKey, GroupSum> users) {
    SortedMap<String, BigDecimal> costs = new TreeMap<>();
    SortedMap<LocalDate, BigDecimal> days = new TreeMap<>();
    GroupSum all = new GroupSum();
    users.forEach(
        (key, sum) -> {
          BigDecimal tokens = sum.totalTokens();
          costs.merge(key.user() == null ? "(nobody named)" : key.user(), tokens, BigDecimal::add);
          days.merge(key.day(), tokens, BigDecimal::add);
          all.add(sum);
        });
    story
        .figure("Users", costs.size())
        .figure("Prompt tokens", DailyTokens.of(all).prompt(), "")
        .figure("Completion tokens", DailyTokens.of(all).completion(), "");
    if (!days.isEmpty() && days.size() <= MOST_DAYS) {
      story.chart(
          new Chart("Tokens by day, without repeats", "tokens", Chart.Shape.DAYS, bars(days)));
      story.chart(
          Chart.largest("Tokens by user, without repeats", "tokens", bars(costs), MOST_BARS));
    }
  }

  private static <K> List<Chart.Bar> bars(Map<K, BigDecimal> values) {
    return values.entrySet().stream()
        .map(one -> new Chart.Bar(one.getKey().toString(), one.getValue()))
        .toList();
  }
}
