package io.ledgerline.report.report.sheet;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A page that is made while somebody waits for it, in the looks of the reports' pages: without
 * scripts, nothing from elsewhere, all texts escaped. Not safe for several threads.
 */
public final class HtmlPage {
  private final StringBuilder page = new StringBuilder();

  /**
   * A cell of a table.
   *
   * @param text what stands there; null for nothing
   * @param href where it leads; null for nowhere
   * @param isNumber whether it stands at the right
   */
  public record Cell(String text, String href, boolean isNumber) {
    /** Words. */
    public static Cell text(Object text) {
      return new Cell(text == null ? null : text.toString(), null, false);
    }

    /** A number. */
    public static Cell number(Object number) {
      String text = number == null ? null : number.toString();
      boolean isPlain = text != null && text.matches("-?\\d+(\\.\\d+)?");
      return new Cell(isPlain ? HtmlText.grouped(new BigDecimal(text)) : text, null, true);
    }

    /** Words that lead somewhere, when there are any. */
    public static Cell link(Object text, String href) {
      return new Cell(text == null ? null : text.toString(), text == null ? null : href, false);
    }
  }

  /** Begins the page. */
  public HtmlPage(String title, String subtitle) {
    page.append(
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <meta name="color-scheme" content="light dark">
        <meta name="referrer" content="no-referrer">
        <title>%1$s</title>
        <style>
        %2$s</style>
        </head>
        <body>
        <main>
        <header>
        <h1>%1$s</h1>
        <p class="soft">%3$s</p>
        </header>
        """
            .formatted(HtmlText.escaped(title), PageStyle.css(title), HtmlText.escaped(subtitle)));
  }

  /** A sentence that must not be overlooked. */
  public HtmlPage note(String sentence) {
    page.append("<p class=\"note\" role=\"note\">")
        .append(HtmlText.escaped(sentence))
        .append("</p>\n");
    return this;
  }

  /** A sentence. */
  public HtmlPage text(String sentence) {
    page.append("<p class=\"soft\">").append(HtmlText.escaped(sentence)).append("</p>\n");
    return this;
  }

  /** A sentence that leads somewhere. */
  public HtmlPage link(String sentence, String href) {
    page.append("<p>");
    write(Cell.link(sentence, href));
    page.append("</p>\n");
    return this;
  }

  /** Begins a part of the page. */
  public HtmlPage heading(String id, String title) {
    page.append("<h2 id=\"%s\">%s</h2>\n".formatted(id, HtmlText.escaped(title)));
    return this;
  }

  /** What people look for first. */
  public HtmlPage figures(Map<String, String> figures) {
    page.append("<dl class=\"figures\">\n");
    figures.forEach(
        (label, value) ->
            page.append("<div><dt>")
                .append(HtmlText.escaped(label))
                .append("</dt><dd>")
                .append(HtmlText.escaped(value))
                .append("</dd></div>\n"));
    page.append("</dl>\n");
    return this;
  }

  /** Names and values; those without a value are left out. */
  public HtmlPage facts(Map<String, Cell> facts) {
    page.append("<dl>\n");
    facts.forEach(
        (label, value) -> {
          if (value.text() != null) {
            page.append("<div><dt>").append(HtmlText.escaped(label)).append("</dt><dd>");
            write(value);
            page.append("</dd></div>\n");
          }
        });
    page.append("</dl>\n");
    return this;
  }

  /**
   * A table, without the columns in which no row has anything.
   *
   * @param id names it on the page
   * @param header a cell for each column: its label, and whether it has numbers
   * @param rows as many cells each
   */
  public HtmlPage table(String id, String title, List<Cell> header, List<List<Cell>> rows) {
    List<Integer> shown =
        IntStream.range(0, header.size())
            .filter(i -> rows.stream().anyMatch(row -> row.get(i).text() != null))
            .boxed()
            .toList();
    page.append(
        """
        <section>
        <h2 id="%1$s">%2$s</h2>
        <div class="scroll" role="region" aria-labelledby="%1$s" tabindex="0">
        <table>
        <caption>%2$s</caption>
        <thead><tr>"""
            .formatted(id, HtmlText.escaped(title)));
    shown.forEach(i -> cell("th scope=\"col\"", "th", header.get(i)));
    page.append("</tr></thead>\n<tbody>\n");
    for (List<Cell> row : rows) {
      page.append("<tr>");
      shown.forEach(i -> cell("td", "td", row.get(i)));
      page.append("</tr>\n");
    }
    page.append("</tbody>\n</table>\n</div>\n</section>\n");
    return this;
  }

  private void cell(String begin, String end, Cell cell) {
    page.append('<').append(begin).append(cell.isNumber() ? " class=\"n\">" : ">");
    write(cell);
    page.append("</").append(end).append('>');
  }

  private void write(Cell cell) {
    String text = cell.text() == null ? "" : HtmlText.escaped(cell.text());
    if (cell.href() == null) {
      page.append(text);
    } else {
      page.append("<a href=\"")
          .append(HtmlText.escaped(cell.href()))
          .append("\">")
          .append(text)
          .append("</a>");
    }
  }

  /** Ends the page. */
  public String end() {
    return page + "</main>\n</body>\n</html>\n";
  }
}
