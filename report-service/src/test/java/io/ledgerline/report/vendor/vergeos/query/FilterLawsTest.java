package io.ledgerline.report.vendor.vergeos.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.report.vendor.vergeos.RecordField;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FilterLawsTest {
  @Provide
  Arbitrary<Condition> conditions() {
    return nested(2);
  }

  private static Arbitrary<Condition> nested(int depth) {
    Arbitrary<Condition> one = Arbitraries.oneOf(numbers(), texts(), choices());
    if (depth == 0) {
      return one;
    }
    Arbitrary<List<Condition>> parts = nested(depth - 1).list().ofMinSize(2).ofMaxSize(3);
    return Arbitraries.oneOf(one, parts.map(Condition.AllOf::new), parts.map(Condition.AnyOf::new));
  }

  private static Arbitrary<Condition> numbers() {
    return Combinators.combine(
            Arbitraries.of(RecordField.KEY, RecordField.CREATED, RecordField.TIER_5_USED),
            Arbitraries.of(Operator.EQ, Operator.NE, Operator.GT, Operator.LE),
            Arbitraries.bigDecimals()
                .between(new BigDecimal("-1e30"), new BigDecimal("1e30"))
                .ofScale(2))
        .as(
            (field, operator, number) ->
                new Condition.Comparison(
                    field, operator, new Literal.Number(new BigDecimal(number.toPlainString()))));
  }

  private static Arbitrary<Condition> texts() {
    return Combinators.combine(
            Arbitraries.of(Operator.EQ, Operator.BW, Operator.CT, Operator.GE),
            Arbitraries.strings().withChars("abz'() ,-ö%_\\\"$").ofMaxLength(12))
        .as(
            (operator, text) ->
                new Condition.Comparison(
                    RecordField.DESCRIPTION, operator, new Literal.Text(text)));
  }

  private static Arbitrary<Condition> choices() {
    return Arbitraries.longs()
        .map(n -> (Literal) new Literal.Number(BigDecimal.valueOf(n)))
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(values -> new Condition.OneOf(RecordField.GPUS, values));
  }

  @Property(tries = 300)
  void aFilterThatIsWrittenIsReadTheSame(@ForAll("conditions") Condition condition) {
    Condition read = Filters.read(written(condition));
    assertThat(new Sql("").condition(read).text())
        .isEqualTo(new Sql("").condition(condition).text());
    assertThat(new Sql("").condition(read).values())
        .isEqualTo(new Sql("").condition(condition).values());
  }

  @Property(tries = 300)
  void anyTextIsReadOrRefusedAndNothingElseHappens(@ForAll String text) {
    try {
      Filters.read(text);
    } catch (InvalidValueException refused) {
      assertThat(refused.field()).isEqualTo("filter");
    }
  }

  private static String written(Condition condition) {
    return switch (condition) {
      case Condition.AllOf all -> joined(all.parts(), " and ");
      case Condition.AnyOf any -> joined(any.parts(), " or ");
      case Condition.Comparison one ->
          one.field().wire()
              + " "
              + one.operator().name().toLowerCase(Locale.ROOT)
              + " "
              + written(one.value());
      case Condition.OneOf one ->
          one.field().wire()
              + " in "
              + one.values().stream()
                  .map(FilterLawsTest::written)
                  .collect(Collectors.joining(", ", "(", ")"));
    };
  }

  private static String joined(List<Condition> parts, String word) {
    return parts.stream().map(FilterLawsTest::written).collect(Collectors.joining(word, "(", ")"));
  }

  private static String written(Literal literal) {
    return switch (literal) {
      case Literal.Number number -> number.value().toPlainString();
      case Literal.Text text -> "'" + text.value().replace("'", "''") + "'";
      case Literal.Nothing nothing -> "null";
    };
  }
}
