package io.ledgerline.report.report.sheet;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a page says of the run that made it: known only after the page is written, and put in then.
 * Pages of equal runs so differ in this alone.
 */
public final class PageStamp {
  static final String HEAD = "<!--run-address-->";
  static final String WARNINGS = "<!--run-warnings-->";
  static final String FACTS = "<!--run-facts-->";

  private final URI address;
  private final Map<String, String> facts = new LinkedHashMap<>();
  private final List<String> warnings = new ArrayList<>();

  /**
   * Says nothing yet.
   *
   * @param address of the run; the links of its lines are below it
   */
  public PageStamp(URI address) {
    this.address = Objects.requireNonNull(address, "address");
  }

  /** Adds a mark of the run; a null value is left out. */
  public PageStamp fact(String label, Object value) {
    if (value != null) {
      facts.put(label, value.toString());
    }
    return this;
  }

  /** Adds a sentence that must not be overlooked. */
  public PageStamp warning(String sentence) {
    warnings.add(sentence);
    return this;
  }

  /** Puts it into a page, which is read whole: it shows a bounded number of rows. */
  public void into(Path page) throws IOException {
    Files.writeString(page, stamped(Files.readString(page)));
  }

  /** The page with it. */
  String stamped(String page) {
    String base = "<base href=\"%s/\">".formatted(HtmlText.escaped(address.toString()));
    return page.replace(HEAD, base).replace(WARNINGS, warned()).replace(FACTS, told());
  }

  private String warned() {
    StringBuilder body = new StringBuilder();
    for (String warning : warnings) {
      body.append("<p class=\"note\" role=\"note\">")
          .append(HtmlText.escaped(warning))
          .append("</p>\n");
    }
    return body.toString();
  }

  private String told() {
    StringBuilder body = new StringBuilder();
    body.append("<dl class=\"run\" aria-label=\"The run\">\n");
    facts.forEach(
        (label, value) ->
            body.append("<div><dt>")
                .append(HtmlText.escaped(label))
                .append("</dt><dd>")
                .append(HtmlText.escaped(value))
                .append("</dd></div>\n"));
    return body.append("</dl>").toString();
  }
}
