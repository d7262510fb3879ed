package io.ledgerline.report.vendor.vergeos.query;

import io.ledgerline.report.vendor.vergeos.query.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Cuts a filter into its pieces. */
final class Tokens {
  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Tokens(String text) {
    this.text = text;
  }

  /** All pieces; the last one is the end. */
  static List<Token> of(String text) {
    Tokens cut = new Tokens(text);
    while (cut.at < text.length()) {
      cut.next();
    }
    cut.tokens.add(new Token(Kind.END, "", text.length() + 1));
    return cut.tokens;
  }

  private void next() {
    char c = text.charAt(at);
    if (c == ' ' || c == '\t') {
      at++;
    } else if ("(),".indexOf(c) >= 0) {
      add(Kind.SIGN, at + 1);
    } else if (c == '\'') {
      quoted();
    } else if (isDigit(c) || "+-".indexOf(c) >= 0) {
      add(Kind.NUMBER, endOf(i -> isDigit(text.charAt(i)) || text.charAt(i) == '.'));
    } else if (isLetter(c)) {
      add(Kind.WORD, endOf(i -> isLetter(text.charAt(i)) || isDigit(text.charAt(i))));
    } else {
      throw Filters.fault(
          "unexpected-character",
          "The filter has a character at %d that it has no use for.",
          at + 1);
    }
  }

  private void add(Kind kind, int end) {
    tokens.add(new Token(kind, text.substring(at, end), at + 1));
    at = end;
  }

  private int endOf(IntPredicate belongs) {
    int end = at + 1;
    while (end < text.length() && belongs.test(end)) {
      end++;
    }
    return end;
  }

  /** A quote inside stands there twice. */
  private void quoted() {
    int begin = at + 1;
    StringBuilder inside = new StringBuilder();
    for (at = begin; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c != '\'') {
        inside.append(c);
      } else if (at + 1 < text.length() && text.charAt(at + 1) == '\'') {
        inside.append(c);
        at++;
      } else {
        at++;
        tokens.add(new Token(Kind.TEXT, inside.toString(), begin));
        return;
      }
    }
    throw Filters.fault("open-quote", "The text that begins at %d has no end.", begin);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '$' || c == '#';
  }
}
