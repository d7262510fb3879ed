package io.ledgerline.report.report.sheet;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import java.math.BigInteger;
import java.util.List;

/**
 * One sheet as JSON: an array of objects, or an object a line. Decimals are texts, so that no
 * reader rounds them; whole numbers are numbers; what is empty is null.
 */
final class JsonSheetWriter implements SheetWriter {
  private static final JsonFactory JSON = new JsonFactory();

  private final Writer out;
  private final JsonGenerator json;
  private final boolean lines;
  private SheetSpec sheet;
  private boolean ended;

  private JsonSheetWriter(Writer out, boolean lines) throws IOException {
    this.out = out;
    this.lines = lines;
    this.json = JSON.createGenerator(out);
    this.json.setPrettyPrinter(new MinimalPrettyPrinter(lines ? "" : ",\n"));
  }

  static JsonSheetWriter array(Writer out) throws IOException {
    return new JsonSheetWriter(out, false);
  }

  static JsonSheetWriter lines(Writer out) throws IOException {
    return new JsonSheetWriter(out, true);
  }

  @Override
  public void begin(SheetSpec spec) throws IOException {
    if (sheet != null) {
      throw new IllegalStateException("a JSON file has one sheet");
    }
    sheet = spec;
    if (!lines) {
      json.writeRaw('[');
    }
  }

  @Override
  public void row(List<?> values) throws IOException {
    sheet.checkRow(values);
    json.writeStartObject();
    for (int i = 0; i < values.size(); i++) {
      value(sheet.columns().get(i), values.get(i));
    }
    json.writeEndObject();
    if (lines) {
      json.writeRaw('\n');
    }
  }

  private void value(Column column, Object value) throws IOException {
    json.writeFieldName(column.name());
    String text = column.text(value);
    switch (value) {
      case null -> json.writeNull();
      case Long number -> json.writeNumber(number);
      case BigInteger number -> json.writeNumber(number);
      default -> json.writeString(text);
    }
  }

  @Override
  public void end() throws IOException {
    json.flush();
    if (!lines && !ended) {
      out.write("]\n");
    }
    ended = true;
    out.flush();
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
