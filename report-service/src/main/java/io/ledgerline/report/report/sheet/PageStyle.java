package io.ledgerline.report.report.sheet;

/** How a page looks: light and dark, on a phone and on paper. */
final class PageStyle {
  private static final int LAST_ASCII = 0x80;

  private static final String CSS =
      """
      :root{color-scheme:light dark;--ink:#1b1f24;--soft:#57606a;--line:#d0d7de;--paper:#fff;--band:#f6f8fa;--bar:#2563a8;--link:#1a56a0;--minus:#b3261e;--warn:#fff4d6}
      @media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#9aa5b1;--line:#3a424b;--paper:#15191e;--band:#1d232a;--bar:#6ea8e6;--link:#8cbcf2;--minus:#f2a39b;--warn:#3b3013}}
      *{box-sizing:border-box}
      body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
      main{max-width:72rem;margin:0 auto;padding:1rem}
      h1{font-size:1.6rem;line-height:1.2;margin:.5rem 0}
      h2{font-size:1.2rem;margin:2rem 0 .5rem}
      .soft,footer{color:var(--soft)}
      dl{display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:.5rem 1.5rem;margin:1rem 0}
      dt{color:var(--soft);font-size:.85rem}
      dd{margin:0;overflow-wrap:anywhere;font-variant-numeric:tabular-nums}
      .note{background:var(--warn);border-left:4px solid var(--soft);padding:.5rem .75rem;margin:.75rem 0}
      .charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));gap:1.5rem}
      figure{margin:0;max-width:32rem}
      figcaption{font-weight:600;margin-bottom:.5rem}
      svg{display:block;width:100%;height:auto}
      svg text{fill:var(--ink);font-size:11px}
      svg .end{text-anchor:end}
      svg rect{fill:var(--bar)}
      svg .minus{fill:var(--minus)}
      svg .axis{stroke:var(--soft);fill:none}
      .scroll{overflow-x:auto;border:1px solid var(--line)}
      .scroll:focus-visible{outline:3px solid var(--bar)}
      table{border-collapse:collapse;width:100%;font-size:.9rem}
      caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
      th,td{padding:.35rem .6rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
      th{background:var(--band);white-space:nowrap}
      td{overflow-wrap:anywhere;min-width:9rem}
      tbody tr:nth-child(even){background:var(--band)}
      td.n,td.t{min-width:0;white-space:nowrap}
      th[scope=row]{position:sticky;left:0;font-weight:400}
      a{color:var(--link)}
      a:focus-visible{outline:3px solid var(--bar)}
      .run{border-top:1px solid var(--line);border-bottom:1px solid var(--line)}
      .run dd{font-size:.9rem}
      th.n,td.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
      @media print{
      :root{color-scheme:light;--ink:#000;--soft:#444;--line:#999;--paper:#fff;--band:#fff;--bar:#444;--link:#000;--minus:#888;--warn:#fff}
      @page{margin:15mm 12mm 18mm;@top-left{content:"%TITLE%";font:8pt sans-serif;color:#444}@bottom-right{content:counter(page) " / " counter(pages);font:8pt sans-serif;color:#444}}
      body{font-size:10pt}
      main{max-width:none;padding:0}
      .scroll{overflow:visible;border:0}
      table{font-size:8pt}
      thead{display:table-header-group}
      a{text-decoration:none}
      th[scope=row]{position:static}
      tr,figure,dl div,.note{break-inside:avoid}
      section{break-before:auto}
      h2{break-after:avoid}
      th,td{padding:1mm 1.2mm;white-space:normal;min-width:12mm;overflow-wrap:anywhere}
      th.n,td.n,td.t{min-width:0}
      td.n,td.t{white-space:nowrap}
      thead{break-after:avoid}
      svg rect{print-color-adjust:exact;-webkit-print-color-adjust:exact}
      }
      """;

  private PageStyle() {}

  /**
   * The style of a page.
   *
   * @param title stands on top of each sheet of paper
   */
  static String css(String title) {
    StringBuilder escaped = new StringBuilder();
    title
        .codePoints()
        .forEach(
            c -> {
              if (Character.isLetterOrDigit(c) && c < LAST_ASCII || c == ' ' || c == '-') {
                escaped.appendCodePoint(c);
              } else {
                escaped.append('\\').append(Integer.toHexString(c)).append(' ');
              }
            });
    return CSS.replace("%TITLE%", escaped);
  }
}
