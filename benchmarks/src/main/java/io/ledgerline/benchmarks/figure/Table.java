package io.ledgerline.benchmarks.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The rows for people. */
public final class Table {
  private static final List<String> HEAD =
      List.of("what", "value", "unit", "limit", "ratio", "reach", "spread", "", "");
  private static final int LEFT_UNIT = 2;
  private static final int LEFT_FROM = 7;

  private Table() {}

  /** One line per row below a head, all columns aligned. */
  public static List<String> lines(List<Row> rows) {
    List<List<String>> cells = new ArrayList<>();
    cells.add(HEAD);
    rows.forEach(row -> cells.add(cells(row)));
    int[] widths = new int[HEAD.size()];
    for (List<String> line : cells) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    return cells.stream().map(line -> line(line, widths)).toList();
  }

  private static List<String> cells(Row row) {
    return List.of(
        row.name(),
        number(row.value()),
        row.unit(),
        row.limit() == null ? "" : number(row.limit()),
        row.ratio() == null ? "" : String.format(Locale.ROOT, "%.2f", row.ratio()),
        reach(row.reach()),
        row.spread() == null ? "" : String.format(Locale.ROOT, "±%.0f %%", row.spread() * 100),
        row.reach() == null ? "" : row.ok() ? "ok" : "MISSED",
        row.note());
  }

  private static String reach(Reach reach) {
    return switch (reach) {
      case null -> "";
      case Reach.RatioAtLeast least -> String.format(Locale.ROOT, "≥ %.2f", least.ratio());
      case Reach.RatioAtMost most -> String.format(Locale.ROOT, "≤ %.2f", most.ratio());
      case Reach.ValueAtLeast least -> "≥ " + number(least.value());
      case Reach.ValueAtMost most -> "≤ " + number(most.value());
    };
  }

  static String number(double value) {
    if (value == 0) {
      return "0";
    }
    int digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
    return String.format(Locale.ROOT, "%,." + digits + "f", value);
  }

  private static String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String padding = " ".repeat(widths[i] - cells.get(i).length());
      boolean left = i == 0 || i == LEFT_UNIT || i >= LEFT_FROM;
      line.append(left ? cells.get(i) + padding : padding + cells.get(i)).append("  ");
    }
    return line.toString().stripTrailing();
  }
}
