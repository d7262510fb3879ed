package io.ledgerline.report.report.sheet;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The formats of a report's files. */
public enum SheetFormat {
  /** RFC 4180, for programs and spreadsheets. */
  CSV("csv", "text/csv; charset=utf-8", false),
  /** An array of objects. */
  JSON("json", "application/json", false),
  /** An object a line. */
  JSONL("jsonl", "application/jsonl", false),
  /** A workbook. */
  XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", true),
  /** A page to read and to print. */
  HTML("html", "text/html; charset=utf-8", true);

  private final String extension;
  private final String mediaType;
  private final boolean manySheets;

  SheetFormat(String extension, String mediaType, boolean manySheets) {
    this.extension = extension;
    this.mediaType = mediaType;
    this.manySheets = manySheets;
  }

  /** Its name in the API. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The end of file names, without the dot. */
  public String extension() {
    return extension;
  }

  /** The content type of its files. */
  public String mediaType() {
    return mediaType;
  }

  /** Whether one file holds all sheets of a report. */
  public boolean takesManySheets() {
    return manySheets;
  }

  /** The format of a name in the API. */
  public static Optional<SheetFormat> of(String wire) {
    return Arrays.stream(values()).filter(format -> format.wire().equals(wire)).findFirst();
  }
}
