package io.ledgerline.report.report.sheet;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * A page to read: the first rows of each sheet, with the story around them. It needs no script and
 * nothing from elsewhere, and is written when it is closed; memory is bounded by the rows shown.
 */
final class HtmlSheetWriter implements SheetWriter {
  /** Rows of each sheet that are shown. */
  static final int SHOWN_ROWS = 1_000;

  private static final int MAX_CELL = 500;
  private static final int SHORT = 28;
  private static final int MOST_UPRIGHT = 12;
  private static final String ROUNDED =
      " Some numbers are rounded here; the other files have them exactly.";

  private final Writer out;
  private final PageStory story;
  private final Supplier<String> wholeFile;
  private String whole;
  private final int shownRows;
  private final StringBuilder tables = new StringBuilder();
  private SheetSpec sheet;
  private boolean hasLines;
  private String lineQuery;
  private boolean begun;
  private boolean rounded;
  private long rows;

  /**
   * A page.
   *
   * @param wholeFile asked when a sheet begins: where all its rows are; null when that is to be
   *     told in general
   */
  HtmlSheetWriter(Writer out, PageStory story, Supplier<String> wholeFile) {
    this(out, story, wholeFile, SHOWN_ROWS);
  }

  HtmlSheetWriter(Writer out, PageStory story, Supplier<String> wholeFile, int shownRows) {
    this.out = out;
    this.story = story;
    this.wholeFile = wholeFile;
    this.shownRows = shownRows;
  }

  @Override
  public void begin(SheetSpec spec) {
    sheet = spec;
    hasLines = story.hasLinesIn(spec);
    lineQuery = begun ? "?table=" + spec.name() : "";
    begun = true;
    rounded = false;
    rows = 0;
    whole = wholeFile.get();
    String title = HtmlText.escaped(spec.title());
    tables.append(
        """
        <section%3$s>
        <h2 id="%1$s">%2$s</h2>
        <div class="scroll" role="region" aria-labelledby="%1$s" tabindex="0">
        <table>
        <caption>%2$s</caption>
        <thead><tr>"""
            .formatted(
                spec.name(), title, spec.columns().size() > MOST_UPRIGHT ? " class=\"wide\"" : ""));
    if (hasLines) {
      tables.append("<th scope=\"col\" class=\"n\">Line</th>");
    }
    for (Column column : spec.columns()) {
      tables.append(
          "<th scope=\"col\"%s>%s</th>"
              .formatted(cellClass(column), HtmlText.escaped(column.label())));
    }
    tables.append("</tr></thead>\n<tbody>\n");
  }

  @Override
  public void row(List<?> values) {
    sheet.checkRow(values);
    if (rows++ >= shownRows) {
      return;
    }
    tables.append("<tr>");
    if (hasLines) {
      tables.append(
          "<th scope=\"row\" class=\"n\"><a href=\"lines/%1$d%2$s\" title=\"What line %1$d is made of\">%1$d</a></th>"
              .formatted(rows, lineQuery));
    }
    for (int i = 0; i < values.size(); i++) {
      Column column = sheet.columns().get(i);
      cell(column, values.get(i));
    }
    tables.append("</tr>\n");
  }

  private void cell(Column column, Object value) {
    String exact = column.text(value);
    String shown = exact;
    if (value instanceof BigDecimal decimal) {
      shown = HtmlText.cell(decimal);
    } else if (column.type() == ColumnType.INTEGER && value != null) {
      shown = HtmlText.grouped(new BigDecimal(exact));
    }
    tables.append("<td").append(cellClass(column, shown));
    if (value instanceof BigDecimal && isRounded(shown, exact)) {
      rounded = true;
      tables.append(" title=\"").append(exact).append('"');
    }
    tables.append('>').append(HtmlText.escaped(shortened(shown))).append("</td>");
  }

  private static boolean isRounded(String shown, String exact) {
    return new BigDecimal(shown.replace(",", "")).compareTo(new BigDecimal(exact)) != 0;
  }

  @Override
  public void end() {
    tables
        .append("</tbody>\n</table>\n</div>\n<p class=\"soft\">")
        .append(count())
        .append(rounded ? ROUNDED : "")
        .append("</p>\n");
    tables.append("</section>\n");
  }

  private String count() {
    if (rows == 0) {
      return "No rows.";
    }
    if (rows <= shownRows) {
      return rows == 1 ? "1 row." : String.format(Locale.ROOT, "%,d rows.", rows);
    }
    String where =
        whole == null ? "the run's other files" : "<code>" + HtmlText.escaped(whole) + "</code>";
    return String.format(
        Locale.ROOT, "The first %,d of %,d rows; all are in %s.", shownRows, rows, where);
  }

  @Override
  public void close() throws IOException {
    try (out) {
      String title = HtmlText.escaped(story.title());
      out.write(
          """
          <!doctype html>
          <html lang="en">
          <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
          <meta name="color-scheme" content="light dark">
          <meta name="referrer" content="no-referrer">
          %4$s
          <title>%1$s</title>
          <style>
          %2$s</style>
          </head>
          <body>
          <main>
          <header>
          <h1>%1$s</h1>
          %6$s<p class="soft">%3$s</p>
          </header>
          %5$s
          """
              .formatted(
                  title,
                  PageStyle.css(story.title()),
                  HtmlText.escaped(story.subtitle()),
                  PageStamp.HEAD,
                  PageStamp.WARNINGS,
                  period()));
      writeNotes();
      writeFacts("<dl class=\"figures\">", story.figures());
      writeCharts();
      for (String remark : story.remarks()) {
        out.write("<p class=\"soft\">" + HtmlText.escaped(remark) + "</p>\n");
      }
      out.append(tables);
      out.write("<section class=\"made\">\n<h2>How this was made</h2>\n");
      writeFacts("<dl>", story.facts());
      out.write(PageStamp.FACTS + "\n</section>\n");
      out.write("</main>\n</body>\n</html>\n");
    }
  }

  private void writeNotes() throws IOException {
    for (String note : story.notes()) {
      out.write("<p class=\"note\" role=\"note\">" + HtmlText.escaped(note) + "</p>\n");
    }
  }

  private String period() {
    return story.period() == null
        ? ""
        : "<p class=\"period\">" + HtmlText.escaped(story.period()) + "</p>\n";
  }

  private void writeFacts(String begin, List<PageStory.Fact> facts) throws IOException {
    if (facts.isEmpty()) {
      return;
    }
    out.write(begin + "\n");
    for (PageStory.Fact fact : facts) {
      out.write(
          "<div><dt>%s</dt><dd>%s</dd></div>\n"
              .formatted(HtmlText.escaped(fact.label()), HtmlText.escaped(fact.value())));
    }
    out.write("</dl>\n");
  }

  private void writeCharts() throws IOException {
    if (story.charts().isEmpty()) {
      return;
    }
    out.write("<div class=\"charts\">\n");
    for (int i = 0; i < story.charts().size(); i++) {
      Chart chart = story.charts().get(i);
      out.write("<figure>\n<figcaption>" + HtmlText.escaped(chart.title()) + "</figcaption>\n");
      out.write(ChartSvg.of(chart, "chart-" + (i + 1)));
      out.write("</figure>\n");
    }
    out.write("</div>\n");
  }

  private static String cellClass(Column column) {
    if (column.type().isNumber()) {
      return " class=\"n\"";
    }
    return column.type() == ColumnType.TEXT ? "" : " class=\"t\"";
  }

  /** Short names are not broken. */
  private static String cellClass(Column column, String shown) {
    boolean isShort = column.type() == ColumnType.TEXT && shown.length() <= SHORT;
    return isShort && !shown.isEmpty() ? " class=\"s\"" : cellClass(column);
  }

  private static String shortened(String text) {
    return text.length() <= MAX_CELL ? text : text.substring(0, MAX_CELL) + "…";
  }
}
