package io.ledgerline.report.report.sheet;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheets from taking somebody's text for a formula: a text that begins like one gets an
 * apostrophe before it, which {@link #restored} takes away again. Plain numbers are left alone.
 */
public final class Formulas {
  private static final String DANGEROUS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
  private static final char GUARD = '\'';
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  private Formulas() {}

  /** The text as a spreadsheet may have it. */
  public static String neutralised(String text) {
    return isDangerous(text) ? GUARD + text : text;
  }

  /** What {@link #neutralised} was given. */
  public static String restored(String text) {
    return !text.isEmpty() && text.charAt(0) == GUARD && isDangerous(text)
        ? text.substring(1)
        : text;
  }

  /**
   * Guards before it count for nothing, so that a guarded text can be told from a guard of its own.
   */
  private static boolean isDangerous(String text) {
    int start = 0;
    while (start < text.length() && text.charAt(start) == GUARD) {
      start++;
    }
    return start < text.length()
        && DANGEROUS.indexOf(text.charAt(start)) >= 0
        && !NUMBER.matcher(text.substring(start)).matches();
  }
}
