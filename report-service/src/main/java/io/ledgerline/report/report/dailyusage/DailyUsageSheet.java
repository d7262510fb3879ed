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
    return new PageStory(
            "Daily usage", "One row per invocation: who used which model, at what cost.")
        .fact("From", period.from().atZone(period.zone()).toOffsetDateTime().toString())
        .fact("To (exclusive)", period.to().atZone(period.zone()).toOffsetDateTime().toString())
        .fact("Time zone", period.zone().getId());
  }

  /** Says what came of it. */
  static void tell(PageStory story, RunTotals totals) {
    story.fact("Invocations", Long.toString(totals.rows()));
    story.fact("Charges", totals.charges().toPlainString() + " " + totals.currency());
    totals.quantities().forEach((meter, sum) -> story.fact(meter, sum.toPlainString()));
    if (totals.unrated().events() > 0) {
      story.note(
          "%d events have usage without a price, which is not in the charges: %s"
              .formatted(totals.unrated().events(), String.join(", ", totals.unrated().models())));
    }
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
