package io.ledgerline.report.report.sheet;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipOutputStream;

/**
 * A workbook, written row by row. Texts stand in their cells, none is a formula. Where a sheet is
 * full another one goes on, with the header again. Nothing in it depends on when it was written.
 */
final class XlsxSheetWriter implements SheetWriter {
  /** Most rows of a sheet, its header included. */
  static final int MAX_ROWS = 1_048_576;

  private static final int TEXT_WIDTH = 28;
  private static final int NUMBER_WIDTH = 16;
  private static final int TIME_WIDTH = 24;

  private final ZipOutputStream zip;
  private final Writer out;
  private final int maxRows;
  private final List<String> names = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();
  private SheetSpec sheet;
  private List<String> letters;
  private int row;

  XlsxSheetWriter(OutputStream file) {
    this(file, MAX_ROWS);
  }

  XlsxSheetWriter(OutputStream file, int maxRows) {
    this.zip = new ZipOutputStream(file);
    this.out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 16);
    this.maxRows = maxRows;
  }

  @Override
  public void begin(SheetSpec spec) throws IOException {
    sheet = spec;
    letters = new ArrayList<>();
    for (int i = 0; i < spec.columns().size(); i++) {
      letters.add(XlsxText.letters(i));
    }
    beginPart();
  }

  @Override
  public void row(List<?> values) throws IOException {
    sheet.checkRow(values);
    if (row == maxRows) {
      endPart();
      beginPart();
    }
    row++;
    out.write("<row r=\"" + row + "\">");
    for (int i = 0; i < values.size(); i++) {
      Object value = values.get(i);
      String text = sheet.columns().get(i).text(value);
      if (!text.isEmpty()) {
        cell(i, XlsxValue.of(value), text);
      }
    }
    out.write("</row>\n");
  }

  @Override
  public void end() throws IOException {
    endPart();
  }

  @Override
  public void close() throws IOException {
    try (zip) {
      if (names.isEmpty()) {
        throw new IOException("a workbook without a sheet");
      }
      for (Map.Entry<String, String> part : XlsxParts.of(names).entrySet()) {
        zip.putNextEntry(FixedZip.entry(part.getKey()));
        out.write(part.getValue());
        out.flush();
        zip.closeEntry();
      }
    }
  }

  private void beginPart() throws IOException {
    names.add(freeName());
    zip.putNextEntry(FixedZip.entry(XlsxParts.sheetPart(names.size())));
    out.write(XlsxParts.sheetHead());
    out.write("<cols>");
    for (int i = 0; i < letters.size(); i++) {
      out.write(
          "<col min=\"%1$d\" max=\"%1$d\" width=\"%2$d\" customWidth=\"1\"/>"
              .formatted(i + 1, width(sheet.columns().get(i).type())));
    }
    out.write("</cols><sheetData>\n");
    row = 1;
    out.write("<row r=\"1\">");
    for (int i = 0; i < letters.size(); i++) {
      XlsxValue header = new XlsxValue(null, XlsxValue.HEADER);
      cell(i, header, Unicode.wellFormed(sheet.columns().get(i).label()));
    }
    out.write("</row>\n");
  }

  private void endPart() throws IOException {
    out.write("</sheetData><autoFilter ref=\"A1:" + letters.getLast() + row + "\"/></worksheet>");
    out.flush();
    zip.closeEntry();
  }

  private void cell(int column, XlsxValue value, String text) throws IOException {
    out.write("<c r=\"");
    out.write(letters.get(column));
    out.write(Integer.toString(row));
    if (value.style() != XlsxValue.PLAIN) {
      out.write("\" s=\"" + value.style());
    }
    if (value.number() != null) {
      out.write("\"><v>");
      out.write(value.number());
      out.write("</v></c>");
    } else {
      out.write("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
      out.write(XlsxText.cell(text));
      out.write("</t></is></c>");
    }
  }

  private String freeName() {
    int part = 1;
    String name = XlsxText.sheetName(sheet.title(), part);
    while (!taken.add(name.toLowerCase(Locale.ROOT))) {
      name = XlsxText.sheetName(sheet.title(), ++part);
    }
    return name;
  }

  private static int width(ColumnType type) {
    return switch (type) {
      case TEXT -> TEXT_WIDTH;
      case INTEGER, DECIMAL, DATE -> NUMBER_WIDTH;
      case INSTANT -> TIME_WIDTH;
    };
  }
}
