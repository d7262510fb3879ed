package io.ledgerline.report.report.sheet;

import java.util.regex.Pattern;

/** Texts within the XML of a workbook. */
final class XlsxText {
  /** Most characters of a cell. */
  static final int MAX_CELL = 32_767;

  private static final int MAX_SHEET_NAME = 31;
  private static final Pattern LOOKS_ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");
  private static final Pattern FORBIDDEN_IN_NAMES = Pattern.compile("[\\[\\]:*?/\\\\\\p{Cntrl}]");

  private XlsxText() {}

  /** A cell's text: control characters as the format escapes them, no longer than a cell holds. */
  static String cell(String text) {
    String kept = text.length() <= MAX_CELL ? text : text.substring(0, MAX_CELL - 1) + "…";
    String unambiguous = LOOKS_ESCAPED.matcher(Unicode.wellFormed(kept)).replaceAll("_x005F_");
    StringBuilder out = new StringBuilder(unambiguous.length() + 16);
    unambiguous.codePoints().forEach(c -> append(out, c));
    return out.toString();
  }

  private static void append(StringBuilder out, int c) {
    switch (c) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      default -> {
        if (c < ' ' && c != '\t' && c != '\n' || c == 0xFFFE || c == 0xFFFF) {
          out.append("_x%04X_".formatted(c));
        } else {
          out.appendCodePoint(c);
        }
      }
    }
  }

  /** A sheet's name, the {@code part}th of its title: at most 31 characters, none forbidden. */
  static String sheetName(String title, int part) {
    String suffix = part == 1 ? "" : " (" + part + ")";
    String plain = FORBIDDEN_IN_NAMES.matcher(Unicode.wellFormed(title)).replaceAll(" ").strip();
    String bare = plain.replaceAll("^'+|'+$", "");
    int room = MAX_SHEET_NAME - suffix.length();
    String cut = bare.length() <= room ? bare : bare.substring(0, room);
    return (cut.isEmpty() ? "Sheet" : Unicode.wellFormed(cut)) + suffix;
  }

  /** A column's letters, counted from 0. */
  static String letters(int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
      letters.insert(0, (char) ('A' + rest % 26));
    }
    return letters.toString();
  }
}
