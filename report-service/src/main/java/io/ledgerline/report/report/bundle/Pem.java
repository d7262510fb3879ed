package io.ledgerline.report.report.bundle;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Keys as text. */
public final class Pem {
  private static final String BEGIN = "-----BEGIN %s-----";
  private static final String END = "-----END %s-----";
  private static final int LINE = 64;

  private Pem() {}

  /** The text of a key, such as {@code PUBLIC KEY}. */
  public static String write(String what, byte[] der) {
    byte[] newLine = "\n".getBytes(StandardCharsets.US_ASCII);
    return BEGIN.formatted(what)
        + "\n"
        + Base64.getMimeEncoder(LINE, newLine).encodeToString(der)
        + "\n"
        + END.formatted(what)
        + "\n";
  }

  /**
   * The key of a text; what stands around it does not count.
   *
   * @throws IllegalArgumentException when there is none; the message never shows the text
   */
  public static byte[] read(String what, String text) {
    String begin = BEGIN.formatted(what);
    int from = text.indexOf(begin);
    int to = text.indexOf(END.formatted(what));
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("no PEM text with a " + what);
    }
    try {
      return Base64.getMimeDecoder().decode(text.substring(from + begin.length(), to));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("the " + what + " is not Base64", e);
    }
  }
}
