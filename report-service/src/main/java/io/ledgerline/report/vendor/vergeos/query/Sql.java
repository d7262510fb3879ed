package io.ledgerline.report.vendor.vergeos.query;

import io.ledgerline.report.vendor.vergeos.RecordField;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Builds the text of a statement beside its values. What comes from outside is only ever a value;
 * the text is made of our own words.
 */
public final class Sql {
  private static final BigDecimal LONG_MIN = BigDecimal.valueOf(Long.MIN_VALUE);
  private static final BigDecimal LONG_MAX = BigDecimal.valueOf(Long.MAX_VALUE);

  private final StringBuilder text = new StringBuilder();
  private final List<Object> values = new ArrayList<>();

  /** Begins with a text of our own. */
  public Sql(String begin) {
    text.append(begin);
  }

  /** Adds a text of our own. */
  public Sql text(String more) {
    text.append(more);
    return this;
  }

  /** Adds a value: a Long, a BigDecimal, a String or some of them. */
  public Sql value(Object value) {
    values.add(value);
    String type =
        switch (value) {
          case Long number -> "bigint";
          case BigDecimal number -> "numeric";
          case String[] texts -> "text[]";
          default -> "text";
        };
    text.append('$').append(values.size()).append("::").append(type);
    return this;
  }

  /** Adds what records must be like. */
  public Sql condition(Condition condition) {
    switch (condition) {
      case Condition.AllOf all -> joined(all.parts(), " AND ");
      case Condition.AnyOf any -> joined(any.parts(), " OR ");
      case Condition.OneOf one ->
          joined(
              one.values().stream()
                  .<Condition>map(v -> new Condition.Comparison(one.field(), Operator.EQ, v))
                  .toList(),
              " OR ");
      case Condition.Comparison comparison -> comparison(comparison);
    }
    return this;
  }

  private void joined(List<Condition> parts, String word) {
    text.append('(');
    for (int i = 0; i < parts.size(); i++) {
      text.append(i == 0 ? "" : word);
      condition(parts.get(i));
    }
    text.append(')');
  }

  private void comparison(Condition.Comparison comparison) {
    String column = comparison.field().column();
    switch (comparison.value()) {
      // Every field has a value.
      case Literal.Nothing nothing ->
          text.append(comparison.operator() == Operator.NE ? "true" : "false");
      case Literal.Number number ->
          text(column + " " + comparison.operator().sql() + " ").value(narrowed(number.value()));
      case Literal.Text words -> texts(column, comparison.operator(), words.value());
    }
  }

  private void texts(String column, Operator operator, String words) {
    switch (operator) {
      case BW -> text("starts_with(" + column + ", ").value(words).text(")");
      case EW -> {
        text("right(" + column + ", length(").value(words).text(")) = ").value(words);
      }
      case CS -> text("strpos(" + column + ", ").value(words).text(") > 0");
      case CT -> text("strpos(lower(" + column + "), lower(").value(words).text(")) > 0");
      // Without an escape: a backslash is a backslash.
      case LIKE -> text(column + " LIKE ").value(words).text(" ESCAPE ''");
      default -> text(column + " COLLATE \"C\" " + operator.sql() + " ").value(words);
    }
  }

  /** A whole number as the columns have them, so that an index serves. */
  private static Object narrowed(BigDecimal number) {
    boolean whole = number.stripTrailingZeros().scale() <= 0;
    boolean fits = number.compareTo(LONG_MIN) >= 0 && number.compareTo(LONG_MAX) <= 0;
    return whole && fits ? (Object) number.longValueExact() : number;
  }

  /** Adds the order. */
  public Sql order(Order order) {
    return text(
        order.terms().stream()
            .map(term -> sorted(term.field()) + (term.descending() ? " DESC" : " ASC"))
            .collect(Collectors.joining(", ", " ORDER BY ", "")));
  }

  /**
   * Adds that a record comes behind another in an order.
   *
   * @param last the values of the order's fields in that other record
   */
  public Sql behind(Order order, List<Object> last) {
    text.append('(');
    for (int i = 0; i < order.terms().size(); i++) {
      text.append(i == 0 ? "(" : " OR (");
      for (int before = 0; before < i; before++) {
        text(sorted(order.terms().get(before).field()) + " = ")
            .value(last.get(before))
            .text(" AND ");
      }
      Order.Term term = order.terms().get(i);
      text(sorted(term.field()) + (term.descending() ? " < " : " > ")).value(last.get(i)).text(")");
    }
    return text(")");
  }

  private static String sorted(RecordField field) {
    return field.isNumber() ? field.column() : field.column() + " COLLATE \"C\"";
  }

  /** The statement's text, with numbered parameters. */
  public String text() {
    return text.toString();
  }

  /** The parameters' values. */
  public List<Object> values() {
    return List.copyOf(values);
  }
}
