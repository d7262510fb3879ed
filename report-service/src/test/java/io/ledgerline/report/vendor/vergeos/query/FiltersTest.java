package io.ledgerline.report.vendor.vergeos.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.report.vendor.vergeos.RecordField;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiltersTest {
  private static String sql(String filter) {
    return new Sql("").condition(Filters.read(filter)).text();
  }

  private static List<Object> values(String filter) {
    return new Sql("").condition(Filters.read(filter)).values();
  }

  @Test
  void noTextIsNoFilter() {
    assertThat(Filters.read(null)).isNull();
    assertThat(Filters.read("  ")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "eq,=", "ne,<>", "gt,>", "ge,>=", "lt,<", "le,<=", "GE,>=",
  })
  void numbersAreComparedAsColumnsHaveThem(String operator, String sign) {
    assertThat(sql("used_cores " + operator + " 15"))
        .isEqualTo("used_cores " + sign + " $1::bigint");
    assertThat(values("used_cores " + operator + " 15")).containsExactly(15L);
  }

  @Test
  void andBindsTighterThanOr() {
    assertThat(Filters.read("gpus eq 1 or gpus eq 2 and created ge 5"))
        .isEqualTo(
            new Condition.AnyOf(
                List.of(
                    number(RecordField.GPUS, Operator.EQ, 1),
                    new Condition.AllOf(
                        List.of(
                            number(RecordField.GPUS, Operator.EQ, 2),
                            number(RecordField.CREATED, Operator.GE, 5))))));
    assertThat(sql("gpus eq 1 or gpus eq 2 and created ge 5"))
        .isEqualTo("(gpus = $1::bigint OR (gpus = $2::bigint AND created >= $3::bigint))");
  }

  @Test
  void parenthesesSayOtherwise() {
    assertThat(sql("(gpus eq 1 or gpus eq 2) and created ge 5"))
        .isEqualTo("((gpus = $1::bigint OR gpus = $2::bigint) AND created >= $3::bigint)");
  }

  @Test
  void listsAreChoices() {
    assertThat(sql("$key in (1, 2,3)"))
        .isEqualTo("(key = $1::bigint OR key = $2::bigint OR key = $3::bigint)");
    assertThat(values("description in ('a', 'b')")).containsExactly("a", "b");
  }

  @Test
  void textsStandInSingleQuotesAndHaveTheirsTwice() {
    assertThat(values("description eq 'it''s \\ 100%'")).containsExactly("it's \\ 100%");
    assertThat(values("description eq ''")).containsExactly("");
  }

  @ParameterizedTest
  @CsvSource({
    "bw,'starts_with(description, $1::text)'",
    "ew,'right(description, length($1::text)) = $2::text'",
    "cs,'strpos(description, $1::text) > 0'",
    "ct,'strpos(lower(description), lower($1::text)) > 0'",
    "like,'description LIKE $1::text ESCAPE '''''",
    "gt,'description COLLATE \"C\" > $1::text'",
  })
  void textsAreLookedInto(String operator, String expected) {
    assertThat(sql("description " + operator + " 'x'")).isEqualTo(expected);
  }

  @Test
  void whatOneSaysIsNeverPartOfTheStatement() {
    String evil = "'; DROP TABLE vergeos_record; --";
    String filter = "description eq '" + evil.replace("'", "''") + "'";
    assertThat(sql(filter)).isEqualTo("description COLLATE \"C\" = $1::text");
    assertThat(values(filter)).containsExactly(evil);
  }

  @Test
  void numbersBeyondColumnsAndWithPlacesStayExact() {
    assertThat(values("gpus gt 1.5")).containsExactly(new BigDecimal("1.5"));
    assertThat(values("gpus gt 99999999999999999999"))
        .containsExactly(new BigDecimal("99999999999999999999"));
    assertThat(values("gpus gt 2.00")).containsExactly(2L);
    assertThat(values("gpus gt -7")).containsExactly(-7L);
  }

  @Test
  void literalsInLettersAreValuesToo() {
    assertThat(values("sent eq false")).containsExactly(0L);
    assertThat(values("sent ne true")).containsExactly(1L);
    assertThat(sql("sent eq null")).isEqualTo("false");
    assertThat(sql("description ne null")).isEqualTo("true");
    assertThat(sql("sent gt null")).isEqualTo("false");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "created gee 5",
        "created ge",
        "created",
        "ge 5",
        "5 ge created",
        "created ge 5 and",
        "and created ge 5",
        "created ge 5 created le 6",
        "created ge 5,",
        "(created ge 5",
        "created ge 5)",
        "()",
        "created ge (5)",
        "created = 5",
        "created ge 5; drop table x",
        "created ge five",
        "created ge '5'",
        "created ge 5.",
        "created ge 1e5",
        "created ge --5",
        "created ge 12345678901234567890123456789012345678901",
        "nothing eq 5",
        "tenant eq 'other'",
        "call_key ne null",
        "from_at ge 5",
        "description eq x",
        "description eq 5",
        "description eq 'open",
        "description eq \"double\"",
        "description rx '(a+)+$'",
        "description like 5",
        "description like '%%%%%%%%%%%%%%%%%'",
        "used_cores bw 1",
        "used_cores like '1%'",
        "used_cores in ()",
        "used_cores in 5",
        "used_cores in (1 2)",
        "used_cores in (1,",
        "count(created) gt 5",
        "not created ge 5",
        "created ge 5 xor created le 6",
        "description eq 'a\u0000b'",
        "created ge 5\n",
        "créé ge 5",
      })
  void whatIsNotUnderstoodIsRefused(String filter) {
    assertThatThrownBy(() -> Filters.read(filter))
        .isInstanceOfSatisfying(
            InvalidValueException.class,
            fault -> {
              assertThat(fault.field()).isEqualTo("filter");
              assertThat(fault.detail()).isNotBlank();
            });
  }

  @Test
  void lengthDepthAndNumberAreLimited() {
    String deep = "(".repeat(32) + "gpus eq 1" + ")".repeat(32);
    assertThat(sql(deep)).isEqualTo("gpus = $1::bigint");
    refused("(" + deep + ")", "too-deep");
    refused("(".repeat(4_000), "too-deep");
    refused("gpus eq 1" + " ".repeat(8_192), "text-too-long");
    refused("gpus in (" + "1,".repeat(500) + "1)", "too-many-values");
    refused("gpus eq 1" + " or gpus eq 1".repeat(500), "too-many-values");
    String two = "(gpus eq 1) and (gpus eq 2)";
    assertThat(sql(two.repeat(1) + " and (" + two + ")")).contains("$4");
  }

  private static void refused(String filter, String code) {
    assertThatThrownBy(() -> Filters.read(filter))
        .isInstanceOfSatisfying(
            InvalidValueException.class, fault -> assertThat(fault.code()).isEqualTo(code));
  }

  private static Condition number(RecordField field, Operator operator, long value) {
    return new Condition.Comparison(field, operator, new Literal.Number(BigDecimal.valueOf(value)));
  }
}
