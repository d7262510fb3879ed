package io.ledgerline.report.report.sheet;

import java.io.IOException;
import java.util.List;

/**
 * Writes sheets in one format: {@code begin}, any number of {@code row}, {@code end}, and again
 * where {@link SheetFormat#takesManySheets()}. Memory does not depend on the number of rows.
 * Closing ends the file. Not safe for several threads.
 */
public interface SheetWriter extends AutoCloseable {
  /** Begins a sheet. */
  void begin(SheetSpec spec) throws IOException;

  /**
   * Writes a row.
   *
   * @param values one for each column, of its type; null for an empty cell
   */
  void row(List<?> values) throws IOException;

  /** Ends the sheet. */
  void end() throws IOException;

  @Override
  void close() throws IOException;
}
