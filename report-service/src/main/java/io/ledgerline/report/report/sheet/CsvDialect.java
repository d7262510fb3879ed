package io.ledgerline.report.report.sheet;

/**
 * How CSV is written: RFC 4180, UTF-8 without a byte order mark, a header of column names, quotes
 * only where they are needed.
 *
 * @param lineEnd between rows and after the last
 * @param neutralise whether texts that a spreadsheet would take for a formula are guarded
 */
public record CsvDialect(String lineEnd, boolean neutralise) {
  /** For people's spreadsheets: CRLF as the standard has it, and guarded. */
  public static final CsvDialect SPREADSHEET = new CsvDialect("\r\n", true);

  /** For programs: line feeds, texts exactly as they are. */
  public static final CsvDialect EXACT = new CsvDialect("\n", false);

  /** Checks the line end. */
  public CsvDialect {
    if (!lineEnd.equals("\n") && !lineEnd.equals("\r\n")) {
      throw new IllegalArgumentException("lines end with LF or CRLF");
    }
  }
}
