package io.ledgerline.report.report.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Draws a chart as SVG that needs nothing from elsewhere: it takes its colours from the page and
 * tells those who cannot see it what it shows. The same chart gives the same text.
 */
final class ChartSvg {
  private static final int WIDTH = 360;
  private static final int ROW = 34;
  private static final int BAR = 12;
  private static final int BASELINE = 14;
  private static final int DAYS_HEIGHT = 150;
  private static final int DAYS_TOP = 18;
  private static final int DAYS_BOTTOM = 130;
  private static final int MAX_LABEL = 44;
  private static final int DAY_LABELS = 4;

  private ChartSvg() {}

  /**
   * The chart's SVG.
   *
   * @param id tells its title apart from others of the page
   */
  static String of(Chart chart, String id) {
    StringBuilder svg = new StringBuilder();
    int height =
        chart.shape() == Chart.Shape.ROWS ? Math.max(1, chart.bars().size()) * ROW : DAYS_HEIGHT;
    svg.append(
        """
        <svg viewBox="0 0 %1$d %2$d" role="img" aria-labelledby="%3$s-t %3$s-d">
        <title id="%3$s-t">%4$s</title>
        <desc id="%3$s-d">%5$s</desc>
        """
            .formatted(
                WIDTH, height, id, HtmlText.escaped(chart.title()), HtmlText.escaped(told(chart))));
    BigDecimal longest = longest(chart.bars());
    if (chart.shape() == Chart.Shape.ROWS) {
      rows(svg, chart, longest);
    } else {
      days(svg, chart, longest);
    }
    return svg.append("</svg>\n").toString();
  }

  private static String told(Chart chart) {
    StringBuilder told = new StringBuilder();
    for (Chart.Bar bar : chart.bars()) {
      told.append(bar.label()).append(": ").append(amount(chart, bar)).append(". ");
    }
    return told.isEmpty() ? "Nothing to show." : told.toString().strip();
  }

  private static void rows(StringBuilder svg, Chart chart, BigDecimal longest) {
    int y = 0;
    for (Chart.Bar bar : chart.bars()) {
      svg.append(
          """
          <text x="0" y="%d">%s</text><text x="%d" y="%d" class="end">%s</text>
          <rect x="0" y="%d" width="%d" height="%d"%s/>
          """
              .formatted(
                  y + BASELINE,
                  HtmlText.escaped(shortened(bar.label())),
                  WIDTH,
                  y + BASELINE,
                  HtmlText.escaped(amount(chart, bar)),
                  y + BASELINE + 4,
                  length(bar.value(), longest, WIDTH),
                  BAR,
                  mark(bar)));
      y += ROW;
    }
  }

  private static void days(StringBuilder svg, Chart chart, BigDecimal longest) {
    List<Chart.Bar> bars = chart.bars();
    svg.append(
        "<text x=\"0\" y=\"12\">%s</text>\n"
            .formatted(HtmlText.escaped(HtmlText.number(longest) + " " + chart.unit())));
    int count = Math.max(1, bars.size());
    int labelEvery = (count + DAY_LABELS - 1) / DAY_LABELS;
    for (int i = 0; i < bars.size(); i++) {
      Chart.Bar bar = bars.get(i);
      int left = WIDTH * i / count;
      int right = WIDTH * (i + 1) / count;
      int tall = length(bar.value(), longest, DAYS_BOTTOM - DAYS_TOP);
      svg.append(
          "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"%s><title>%s</title></rect>\n"
              .formatted(
                  left,
                  DAYS_BOTTOM - tall,
                  Math.max(1, right - left - (count < WIDTH / 4 ? 1 : 0)),
                  tall,
                  mark(bar),
                  HtmlText.escaped(bar.label() + ": " + amount(chart, bar))));
      if (i % labelEvery == 0) {
        svg.append(
            "<text x=\"%d\" y=\"%d\">%s</text>\n"
                .formatted(left, DAYS_BOTTOM + BASELINE, HtmlText.escaped(bar.label())));
      }
    }
    svg.append("<path d=\"M0 %1$d.5H%2$d\" class=\"axis\"/>\n".formatted(DAYS_BOTTOM, WIDTH));
  }

  private static BigDecimal longest(List<Chart.Bar> bars) {
    return bars.stream().map(bar -> bar.value().abs()).reduce(BigDecimal.ZERO, BigDecimal::max);
  }

  /** Of what is not zero at least one pixel is seen. */
  private static int length(BigDecimal value, BigDecimal longest, int most) {
    if (value.signum() == 0) {
      return 0;
    }
    BigDecimal scaled = value.abs().multiply(BigDecimal.valueOf(most));
    return Math.max(1, scaled.divide(longest, 0, RoundingMode.HALF_UP).intValueExact());
  }

  private static String amount(Chart chart, Chart.Bar bar) {
    return HtmlText.number(bar.value()) + " " + chart.unit();
  }

  private static String mark(Chart.Bar bar) {
    return bar.value().signum() < 0 ? " class=\"minus\"" : "";
  }

  private static String shortened(String label) {
    String text = Unicode.wellFormed(label);
    return text.length() <= MAX_LABEL
        ? text
        : "…" + Unicode.wellFormed(text.substring(text.length() - MAX_LABEL + 1));
  }
}
