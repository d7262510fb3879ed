package io.ledgerline.report.book.csv;

import java.io.IOException;
import java.io.StringReader;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * Tables as spreadsheets save them: commas, semicolons or tabs between cells, a byte-order mark and
 * line ends of any kind taken, empty lines left out.
 */
public final class CsvText {
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final char[] SEPARATORS = {',', ';', '\t'};

  private CsvText() {}

  /** The rows of a table, its line of names first; whoever asks closes them. */
  public static CSVParser rows(String text) throws IOException {
    boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
    String table = marked ? text.substring(1) : text;
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(separator(table))
            .setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(true)
            .get();
    return CSVParser.parse(new StringReader(table), format);
  }

  /** The one of the usual separators that the first line has most of. */
  private static char separator(String table) {
    String line = table.lines().findFirst().orElse("");
    char best = SEPARATORS[0];
    long most = 0;
    for (char separator : SEPARATORS) {
      long count = line.chars().filter(c -> c == separator).count();
      if (count > most) {
        most = count;
        best = separator;
      }
    }
    return best;
  }
}
