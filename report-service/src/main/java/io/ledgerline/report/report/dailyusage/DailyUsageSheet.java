package io.ledgerline.report.report.dailyusage;

import io.ledgerline.contracts.Period;
import io.ledgerline.report.report.RunTotals;
import io.ledgerline.report.report.sheet.Chart;
import io.ledgerline.report.report.sheet.Column;
import io.ledgerline.report.report.sheet.ColumnType;
import io.ledgerline.report.report.sheet.PageStory;
import io.ledgerline.report.report.sheet.SheetSpec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The rows of the contract's CSV in all other formats: the same columns, with their types. */
final class DailyUsageSheet {
  private static final List<String> LABELS =
      List.of("Account", "Identity", "Model", "Region", "Input tokens", "Output tokens", "Images");

  /** Columns from here on are numbers. */
  private static final int FIRST_NUMBER = 4;

  private static final int MOST_BARS = 12;
  private static final String NO_MODEL = "(no model)";

  static final SheetSpec SPEC = new SheetSpec("invocations", "Invocations", columns());

  private DailyUsageSheet() {}

  private static List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < DailyUsageLayout.HEADER.size(); i++) {
      String label = i < LABELS.size() ? LABELS.get(i) : "Charges in " + DailyUsageRule.currency();
      columns.add(
          new Column(
              DailyUsageLayout.HEADER.get(i),
              label,
              i < FIRST_NUMBER ? ColumnType.TEXT : ColumnType.DECIMAL));
    }
    return columns;
  }

  /** The values of a row's cells. */
  static List<?> values(List<String> cells) {
    List<Object> values = new ArrayList<>(cells.size());
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      values.add(i < FIRST_NUMBER ? cell : cell.isEmpty() ? null : new BigDecimal(cell));
    }
    return values;
  }

  static PageStory story(Period period) {
    return PageStory.of(
        "Daily usage", "One row per invocation: who used which model, at what cost.", period);
  }

  /** Says what came of it. */
  static void tell(PageStory story, RunTotals totals) {
    story
        .figure("Charges", totals.charges(), totals.currency())
        .figure("Invocations", totals.rows());
    totals
        .quantities()
        .forEach(
            (meter, sum) -> {
              if (DailyUsageLayout.isOfModels(meter)) {
                story.figure(label(meter), sum, "");
              }
            });
    story.exact("Charges, exact", totals.charges(), totals.currency()).unrated(totals);
    if (!totals.byModel().isEmpty()) {
      story.chart(
          byModel("Charges by model", totals.currency(), totals, RunTotals.ByModel::charges));
      story.chart(
          byModel("Input tokens by model", "tokens", totals, model -> sum(model, "input_tokens")));
      story.chart(
          byModel(
              "Output tokens by model", "tokens", totals, model -> sum(model, "output_tokens")));
    }
  }

  /** {@code input_tokens} as people say it. */
  private static String label(String meter) {
    String words = meter.replace('_', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static Chart byModel(
      String title, String unit, RunTotals totals, Function<RunTotals.ByModel, BigDecimal> value) {
    List<Chart.Bar> bars =
        totals.byModel().stream()
            .map(
                model ->
                    new Chart.Bar(
                        model.model() == null ? NO_MODEL : model.model(), value.apply(model)))
            .toList();
    return Chart.largest(title, unit, bars, MOST_BARS);
  }

  private static BigDecimal sum(RunTotals.ByModel model, String meter) {
    Map<String, BigDecimal> quantities = model.quantities();
    return quantities.getOrDefault(meter, BigDecimal.ZERO);
  }
}
