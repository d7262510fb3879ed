package io.ledgerline.report.report.sheet;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/** One sheet as CSV. */
final class CsvSheetWriter implements SheetWriter {
  private final CSVPrinter printer;
  private final CsvDialect dialect;
  private SheetSpec sheet;

  CsvSheetWriter(Writer out, CsvDialect dialect) throws IOException {
    this.dialect = dialect;
    this.printer =
        CSVFormat.RFC4180
            .builder()
            .setRecordSeparator(dialect.lineEnd())
            .setQuoteMode(QuoteMode.MINIMAL)
            .get()
            .print(out);
  }

  @Override
  public void begin(SheetSpec spec) throws IOException {
    if (sheet != null) {
      throw new IllegalStateException("a CSV file has one sheet");
    }
    sheet = spec;
    for (Column column : spec.columns()) {
      printer.print(column.name());
    }
    printer.println();
  }

  @Override
  public void row(List<?> values) throws IOException {
    sheet.checkRow(values);
    for (int i = 0; i < values.size(); i++) {
      Column column = sheet.columns().get(i);
      String text = column.text(values.get(i));
      boolean guarded = dialect.neutralise() && column.type() == ColumnType.TEXT;
      printer.print(guarded ? Formulas.neutralised(text) : text);
    }
    printer.println();
  }

  @Override
  public void end() throws IOException {
    printer.flush();
  }

  @Override
  public void close() throws IOException {
    printer.close(true);
  }
}
