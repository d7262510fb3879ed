package io.ledgerline.report.vendor.vergeos.query;

/**
 * A piece of a filter.
 *
 * @param kind what it is
 * @param text the word, the number's digits, the text without its quotes, or the sign
 * @param at where it begins, from 1
 */
record Token(Kind kind, String text, int at) {
  enum Kind {
    /** A field, an operator, a literal in letters. */
    WORD,
    /** Digits, with a sign and a point perhaps. */
    NUMBER,
    /** What stood between single quotes. */
    TEXT,
    /** One of {@code ( ) ,}. */
    SIGN,
    /** Nothing further. */
    END
  }

  boolean isWord(String word) {
    return kind == Kind.WORD && text.equalsIgnoreCase(word);
  }

  boolean isSign(char sign) {
    return kind == Kind.SIGN && text.charAt(0) == sign;
  }

  /** As it is told to people. */
  String shown() {
    return kind == Kind.END ? "the end" : "'" + text + "' at " + at;
  }
}
