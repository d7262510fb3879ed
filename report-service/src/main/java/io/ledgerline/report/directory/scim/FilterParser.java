package io.ledgerline.report.directory.scim;

import io.ledgerline.report.directory.scim.FilterTokens.Kind;
import io.ledgerline.report.directory.scim.FilterTokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads filters (RFC 7644, 3.4.2.2): {@code not} binds most, then {@code and}, then {@code or}.
 * Length, depth and number of comparisons are bounded, so that no filter holds up anybody.
 */
public final class FilterParser {
  /** Longest filter, in characters. */
  public static final int MAX_LENGTH = 4096;

  /** Most brackets within one another. */
  public static final int MAX_DEPTH = 20;

  /** Most comparisons. */
  public static final int MAX_COMPARISONS = 100;

  private final List<Token> tokens;
  private ScimScope scope;
  private int at;
  private int depth;
  private int comparisons;

  private FilterParser(String text, ScimScope scope) {
    this.tokens = FilterTokens.of(text);
    this.scope = scope;
  }

  /**
   * Reads a filter.
   *
   * @throws ScimFault {@code invalidFilter}
   */
  public static ScimFilter parse(String text, ScimScope scope) {
    requireShort(text);
    FilterParser parser = new FilterParser(text, scope);
    ScimFilter filter = parser.any();
    parser.requireEnd();
    return filter;
  }

  /**
   * Reads the path of a patch: {@code emails}, {@code name.familyName}, {@code emails[type eq
   * "work"].value}, each perhaps behind a schema's URN.
   *
   * @throws ScimFault {@code invalidPath}
   */
  public static ScimTarget path(String text, ScimScope scope) {
    try {
      requireShort(text);
      FilterParser parser = new FilterParser(text, scope);
      ScimTarget target = parser.target(parser.word());
      parser.requireEnd();
      return target;
    } catch (ScimFault e) {
      throw e.kind() == ScimFault.Kind.INVALID_FILTER
          ? new ScimFault(ScimFault.Kind.INVALID_PATH, e.getMessage())
          : e;
    }
  }

  private static void requireShort(String text) {
    if (text.length() > MAX_LENGTH) {
      throw fault("It has more than " + MAX_LENGTH + " characters.");
    }
  }

  private ScimFilter any() {
    List<ScimFilter> parts = new ArrayList<>();
    parts.add(all());
    while (skip("or")) {
      parts.add(all());
    }
    return parts.size() == 1 ? parts.getFirst() : new ScimFilter.Any(parts);
  }

  private ScimFilter all() {
    List<ScimFilter> parts = new ArrayList<>();
    parts.add(one());
    while (skip("and")) {
      parts.add(one());
    }
    return parts.size() == 1 ? parts.getFirst() : new ScimFilter.All(parts);
  }

  private ScimFilter one() {
    if (peek().is(Kind.WORD, "not") && tokens.get(at + 1).is(Kind.BRACKET, "(")) {
      at++;
      return new ScimFilter.Not(inBrackets());
    }
    return peek().is(Kind.BRACKET, "(") ? inBrackets() : comparison();
  }

  private ScimFilter inBrackets() {
    open("(");
    ScimFilter filter = any();
    close(")");
    return filter;
  }

  private ScimFilter comparison() {
    if (++comparisons > MAX_COMPARISONS) {
      throw fault("It has more than " + MAX_COMPARISONS + " comparisons.");
    }
    ScimTarget target = target(word());
    if (target.filter() != null && target.part() == null && isOver()) {
      return new ScimFilter.Has(target);
    }
    String word = word();
    if (word.equalsIgnoreCase("pr")) {
      return new ScimFilter.Present(target);
    }
    ScimOperator operator =
        ScimOperator.of(word).orElseThrow(() -> fault("'" + word + "' compares nothing."));
    return compare(target, operator, next());
  }

  private static ScimFilter compare(ScimTarget target, ScimOperator operator, Token operand) {
    ScimAttribute compared = target.compared();
    boolean quoted = operand.kind() == Kind.QUOTED;
    if (operand.is(Kind.WORD, "null")) {
      if (operator == ScimOperator.EQ || operator == ScimOperator.NE) {
        return new ScimFilter.Compare(target, operator, null);
      }
      throw fault("null is compared with eq or ne.");
    }
    if (!quoted && (operand.kind() != Kind.WORD || compared.type() == ScimAttribute.Type.STRING)) {
      throw fault("What '" + compared.name() + "' is compared with stands in quotes.");
    }
    return new ScimFilter.Compare(
        target, operator, ScimOperand.of(compared, operator, operand.text()));
  }

  /** A path that begins with {@code word}, with what follows in brackets. */
  private ScimTarget target(String word) {
    ScimTarget target =
        scope
            .find(word)
            .orElseThrow(() -> fault("There is no attribute '" + shortened(word) + "'."));
    if (!peek().is(Kind.BRACKET, "[")) {
      return target;
    }
    if (target.part() != null || !target.attribute().multiValued()) {
      throw fault("Brackets stand behind a list; '" + shortened(word) + "' is none.");
    }
    ScimScope outer = scope;
    scope = ScimScope.within(target.attribute());
    open("[");
    ScimFilter filter = any();
    close("]");
    scope = outer;
    return further(target.with(filter));
  }

  /** The part that follows a bracket with a dot. */
  private ScimTarget further(ScimTarget target) {
    Token token = peek();
    if (token.kind() != Kind.WORD || !token.text().startsWith(".")) {
      return target;
    }
    at++;
    String part = token.text().substring(1);
    return target.with(
        target
            .attribute()
            .part(part)
            .orElseThrow(() -> fault("There is no part '" + shortened(part) + "'.")));
  }

  private boolean isOver() {
    Token token = peek();
    return token.kind() == Kind.END
        || token.is(Kind.BRACKET, ")")
        || token.is(Kind.BRACKET, "]")
        || token.is(Kind.WORD, "and")
        || token.is(Kind.WORD, "or");
  }

  private void open(String bracket) {
    if (++depth > MAX_DEPTH) {
      throw fault("It has more than " + MAX_DEPTH + " brackets within one another.");
    }
    require(bracket);
  }

  private void close(String bracket) {
    depth--;
    require(bracket);
  }

  private void require(String bracket) {
    if (!next().is(Kind.BRACKET, bracket)) {
      throw fault("A '" + bracket + "' is missing.");
    }
  }

  private void requireEnd() {
    if (peek().kind() != Kind.END) {
      throw fault("'" + shortened(peek().text()) + "' stands where it should end.");
    }
  }

  private boolean skip(String word) {
    boolean there = peek().is(Kind.WORD, word);
    at += there ? 1 : 0;
    return there;
  }

  private String word() {
    Token token = next();
    if (token.kind() != Kind.WORD) {
      throw fault("An attribute or an operator is missing.");
    }
    return token.text();
  }

  private Token peek() {
    return tokens.get(at);
  }

  private Token next() {
    Token token = tokens.get(at);
    at += token.kind() == Kind.END ? 0 : 1;
    return token;
  }

  private static String shortened(String text) {
    int most = 100;
    return text.length() <= most ? text : text.substring(0, most).toLowerCase(Locale.ROOT) + "…";
  }

  private static ScimFault fault(String detail) {
    return new ScimFault(ScimFault.Kind.INVALID_FILTER, "The filter cannot be read: " + detail);
  }
}
