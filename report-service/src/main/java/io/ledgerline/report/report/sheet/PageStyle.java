package io.ledgerline.report.report.sheet;

/** How a page looks: light and dark, on a phone and on paper. */
final class PageStyle {
  private static final int LAST_ASCII = 0x80;

  private static final String CSS =
      """
      :root{color-scheme:light dark;--ink:#1b1f24;--soft:#57606a;--line:#d0d7de;--paper:#fff;--band:#f6f8fa;--bar:#2563a8;--link:#1a56a0;--minus:#b3261e;--warn:#fff4d6;--hover:#e8f0fa}
      @media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#9aa5b1;--line:#3a424b;--paper:#15191e;--band:#1d232a;--bar:#6ea8e6;--link:#8cbcf2;--minus:#f2a39b;--warn:#3b3013;--hover:#26303b}}
      *{box-sizing:border-box}
      body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
      main{max-width:72rem;margin:0 auto;padding:1rem}
      header{border-bottom:3px solid var(--bar);margin-bottom:1rem;padding-bottom:.25rem}
      h1{font-size:1.75rem;line-height:1.2;margin:.5rem 0 .25rem}
      h2{font-size:1.2rem;margin:2rem 0 .5rem}
      p{max-width:60rem}
      header p{margin:.25rem 0 .5rem}
      .period{font-size:1.15rem}
      .soft,footer{color:var(--soft)}
      dl{display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:.5rem 1.5rem;margin:1rem 0}
      dt{color:var(--soft);font-size:.85rem}
      dd{margin:0;overflow-wrap:anywhere;font-variant-numeric:tabular-nums}
      .figures{grid-template-columns:repeat(auto-fit,minmax(min(100%,9.5rem),18rem));gap:.75rem}
      .figures div{background:var(--band);border:1px solid var(--line);border-radius:.5rem;padding:.6rem .8rem}
      .figures dd{font-size:1.3rem;font-weight:600;line-height:1.3}
      .note{max-width:none;border-radius:.25rem;background:var(--warn);border-left:4px solid var(--soft);padding:.5rem .75rem;margin:.75rem 0}
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
      th{background:var(--band);vertical-align:bottom}
      tbody th{vertical-align:top}
      thead th{border-bottom:2px solid var(--line)}
      td{overflow-wrap:break-word;max-width:20rem}
      tbody tr:nth-child(even){background:var(--band)}
      td.n,td.t{white-space:nowrap}
      td.s{white-space:nowrap}
      tbody tr:hover{background:var(--hover)}
      th[scope=row]{position:sticky;left:0;font-weight:400}
      a{color:var(--link)}
      a:focus-visible{outline:3px solid var(--bar)}
      .made{border-top:1px solid var(--line);margin-top:2.5rem}
      .made h2{margin-top:1rem}
      .made dl{margin:.5rem 0}
      .made dd{font-size:.9rem}
      th.n,td.n{text-align:right;font-variant-numeric:tabular-nums}
      @media print{
      :root{color-scheme:light;--ink:#000;--soft:#444;--line:#999;--paper:#fff;--band:#fff;--bar:#444;--link:#000;--minus:#888;--warn:#fff;--hover:#fff}
      @page{margin:15mm 12mm 18mm;@top-left{content:"%TITLE%";font:8pt sans-serif;color:#444}@bottom-right{content:counter(page) " / " counter(pages);font:8pt sans-serif;color:#444}}
      body{font-size:10pt}
      main{max-width:none;padding:0}
      @page wide{size:landscape}
      section.wide{page:wide}
      .scroll{overflow:visible;border:0}
      td.s{white-space:normal}
      .note{border:1px solid var(--line);border-left:4px solid var(--soft)}
      .figures dd{font-size:12pt}
      table{font-size:8pt}
      thead{display:table-header-group}
      a{text-decoration:none}
      th[scope=row]{position:static}
      tr,figure,dl div,.note{break-inside:avoid}
      section{break-before:auto}
      h2{break-after:avoid}
      th,td{padding:1mm 1.2mm;white-space:normal;overflow-wrap:break-word;max-width:45mm}
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
