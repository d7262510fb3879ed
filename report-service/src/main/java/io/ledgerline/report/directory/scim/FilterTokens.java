package io.ledgerline.report.directory.scim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/** Cuts a filter into words, brackets and quoted texts. */
final class FilterTokens {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * One of them.
   *
   * @param kind what it is
   * @param text the word, the bracket, or the text that was quoted
   */
  record Token(Kind kind, String text) {
    boolean is(Kind wanted, String wantedText) {
      return kind == wanted && text.equalsIgnoreCase(wantedText);
    }
  }

  /** What a token is. */
  enum Kind {
    WORD,
    BRACKET,
    QUOTED,
    END
  }

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private FilterTokens(String text) {
    this.text = text;
  }

  /** All of them, the end last. */
  static List<Token> of(String text) {
    FilterTokens cutting = new FilterTokens(text);
    cutting.cut();
    return cutting.tokens;
  }

  private void cut() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == ' ' || c == '\t') {
        at++;
      } else if (isBracket(c)) {
        tokens.add(new Token(Kind.BRACKET, String.valueOf(c)));
        at++;
      } else if (c == '"') {
        quoted();
      } else {
        word();
      }
    }
    tokens.add(new Token(Kind.END, ""));
  }

  private void word() {
    int start = at;
    while (at < text.length() && !endsWord(text.charAt(at))) {
      at++;
    }
    tokens.add(new Token(Kind.WORD, text.substring(start, at)));
  }

  /** As JSON quotes. */
  private void quoted() {
    int start = at;
    at++;
    while (at < text.length() && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    if (at >= text.length()) {
      throw fault("A quote is open.");
    }
    at++;
    try {
      tokens.add(new Token(Kind.QUOTED, JSON.readValue(text.substring(start, at), String.class)));
    } catch (JsonProcessingException e) {
      throw fault("A quoted text is not as JSON writes it.");
    }
  }

  private static boolean endsWord(char c) {
    return c == ' ' || c == '\t' || c == '"' || isBracket(c);
  }

  private static boolean isBracket(char c) {
    return c == '(' || c == ')' || c == '[' || c == ']';
  }

  private static ScimFault fault(String detail) {
    return new ScimFault(ScimFault.Kind.INVALID_FILTER, detail);
  }
}
