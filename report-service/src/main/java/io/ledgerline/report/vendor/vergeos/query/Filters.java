package io.ledgerline.report.vendor.vergeos.query;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.Texts;
import io.ledgerline.report.vendor.vergeos.RecordField;
import io.ledgerline.report.vendor.vergeos.query.Token.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads filters: comparisons joined by {@code and} and {@code or}, of which {@code and} binds
 * tighter, with parentheses.
 *
 * <pre>
 * any        = all { "or" all }
 * all        = one { "and" one }
 * one        = "(" any ")" | field operator literal | field "in" "(" literal { "," literal } ")"
 * literal    = number | 'text' | true | false | null
 * </pre>
 */
public final class Filters {
  /** Longest filter, in characters. */
  public static final int MAX_LENGTH = 8_192;

  /** Deepest nesting of parentheses. */
  public static final int MAX_DEPTH = 32;

  /** Most values that a filter may compare with. */
  public static final int MAX_VALUES = 500;

  private static final int MAX_DIGITS = 40;
  private static final int MAX_WILDCARDS = 16;

  private final List<Token> tokens;
  private int next;
  private int depth;
  private int values;

  private Filters(List<Token> tokens) {
    this.tokens = tokens;
  }

  /**
   * Reads a filter.
   *
   * @return null when there is none
   * @throws InvalidValueException when it is not understood, or asks for what is not offered
   */
  public static Condition read(String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    Texts.required("filter", text, MAX_LENGTH);
    Filters filter = new Filters(Tokens.of(text));
    Condition condition = filter.any();
    filter.expect(filter.peek().kind() == Kind.END, "'and', 'or' or the end");
    return condition;
  }

  static InvalidValueException fault(String code, String detail, Object... values) {
    return new InvalidValueException("filter", code, detail.formatted(values));
  }

  private Condition any() {
    List<Condition> parts = new ArrayList<>();
    do {
      parts.add(all());
    } while (skipWord("or"));
    return parts.size() == 1 ? parts.getFirst() : new Condition.AnyOf(parts);
  }

  private Condition all() {
    List<Condition> parts = new ArrayList<>();
    do {
      parts.add(one());
    } while (skipWord("and"));
    return parts.size() == 1 ? parts.getFirst() : new Condition.AllOf(parts);
  }

  private Condition one() {
    if (!skipSign('(')) {
      return comparison();
    }
    if (++depth > MAX_DEPTH) {
      throw fault("too-deep", "A filter nests at most %d parentheses.", MAX_DEPTH);
    }
    Condition inner = any();
    expect(skipSign(')'), "')'");
    depth--;
    return inner;
  }

  private Condition comparison() {
    RecordField field = field();
    Token word = take();
    expect(word, word.kind() == Kind.WORD, "an operator");
    if (word.isWord("in")) {
      return oneOf(field);
    }
    Operator operator =
        Operator.of(word.text())
            .orElseThrow(
                () ->
                    fault(
                        "unknown-operator",
                        "%s is no operator that is offered: eq, ne, gt, ge, lt, le, bw, ew, cs, ct,"
                            + " like, in.",
                        word.shown()));
    return new Condition.Comparison(field, operator, checked(field, operator, literal()));
  }

  private RecordField field() {
    Token name = take();
    expect(name, name.kind() == Kind.WORD, "a field");
    if (peek().isSign('(')) {
      throw fault("unknown-function", "Functions such as %s are not offered.", name.shown());
    }
    return RecordField.of(name.text())
        .orElseThrow(() -> fault("unknown-field", "%s is no field of a record.", name.shown()));
  }

  private Condition oneOf(RecordField field) {
    List<Literal> all = new ArrayList<>();
    expect(skipSign('('), "'('");
    do {
      all.add(checked(field, Operator.EQ, literal()));
    } while (skipSign(','));
    expect(skipSign(')'), "',' or ')'");
    return new Condition.OneOf(field, all);
  }

  private Literal literal() {
    if (++values > MAX_VALUES) {
      throw fault("too-many-values", "A filter compares with at most %d values.", MAX_VALUES);
    }
    Token token = take();
    return switch (token.kind()) {
      case TEXT -> new Literal.Text(token.text());
      case NUMBER -> new Literal.Number(number(token));
      case WORD ->
          switch (token.text().toLowerCase(Locale.ROOT)) {
            case "null" -> new Literal.Nothing();
            case "true" -> new Literal.Number(BigDecimal.ONE);
            case "false" -> new Literal.Number(BigDecimal.ZERO);
            default -> throw unexpected(token, "a value");
          };
      case SIGN, END -> throw unexpected(token, "a value");
    };
  }

  private static BigDecimal number(Token token) {
    if (!token.text().matches("[+-]?[0-9]+(\\.[0-9]+)?") || token.text().length() > MAX_DIGITS) {
      throw fault("not-a-number", "%s is no number.", token.shown());
    }
    return new BigDecimal(token.text());
  }

  private static Literal checked(RecordField field, Operator operator, Literal value) {
    if (operator.isOfTexts() && field.isNumber()) {
      throw fault(
          "wrong-type",
          "'%s' looks into texts, and '%s' is a number.",
          name(operator),
          field.wire());
    }
    boolean fits =
        switch (value) {
          case Literal.Number number -> field.isNumber();
          case Literal.Text text -> !field.isNumber();
          case Literal.Nothing nothing -> true;
        };
    if (!fits) {
      throw fault(
          "wrong-type",
          "'%s' is a %s.",
          field.wire(),
          field.isNumber() ? "number" : "text, which stands in single quotes");
    }
    if (operator == Operator.LIKE
        && value instanceof Literal.Text text
        && text.value().chars().filter(c -> c == '%').count() > MAX_WILDCARDS) {
      throw fault("too-many-wildcards", "A pattern has at most %d '%%'.", MAX_WILDCARDS);
    }
    return value;
  }

  private static String name(Operator operator) {
    return operator.name().toLowerCase(Locale.ROOT);
  }

  private Token peek() {
    return tokens.get(next);
  }

  private Token take() {
    Token token = peek();
    if (token.kind() != Kind.END) {
      next++;
    }
    return token;
  }

  private boolean skipWord(String word) {
    boolean there = peek().isWord(word);
    next += there ? 1 : 0;
    return there;
  }

  private boolean skipSign(char sign) {
    boolean there = peek().isSign(sign);
    next += there ? 1 : 0;
    return there;
  }

  private void expect(boolean holds, String what) {
    expect(peek(), holds, what);
  }

  private static void expect(Token token, boolean holds, String what) {
    if (!holds) {
      throw unexpected(token, what);
    }
  }

  private static InvalidValueException unexpected(Token token, String what) {
    return fault("unexpected", "The filter has %s where %s is expected.", token.shown(), what);
  }
}
