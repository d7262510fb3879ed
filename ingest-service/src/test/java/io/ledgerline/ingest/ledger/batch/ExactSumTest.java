package io.ledgerline.ingest.ledger.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactSumTest {
  private record Term(String text, int sign) {
    BigDecimal value() {
      return new BigDecimal(text).multiply(BigDecimal.valueOf(sign));
    }
  }

  @Provide
  Arbitrary<List<Term>> terms() {
    Arbitrary<String> decimals =
        Arbitraries.bigDecimals()
            .between(BigDecimal.ZERO, new BigDecimal("999999999999999999.999999999"))
            .ofScale(9)
            .map(BigDecimal::toPlainString);
    Arbitrary<String> whole =
        Arbitraries.longs().between(0, 999_999_999_999_999_999L).map(String::valueOf);
    Arbitrary<String> largest = Arbitraries.just("999999999999999999");
    Arbitrary<String> tampered =
        Arbitraries.of("99999999999999999999999", "0.00000000000001", "-5");
    return Arbitraries.oneOf(decimals, whole, largest, tampered)
        .flatMap(text -> Arbitraries.of(1, -1).map(sign -> new Term(text, sign)))
        .list()
        .ofMaxSize(60);
  }

  @Property
  void theSumIsExactWhateverItsTerms(@ForAll("terms") List<Term> terms) {
    ExactSum sum = new ExactSum();
    BigDecimal expected = BigDecimal.ZERO;
    for (Term term : terms) {
      byte[] text = ("#" + term.text() + ",").getBytes(StandardCharsets.US_ASCII);
      sum.add(text, 1, text.length - 1, term.sign());
      expected = expected.add(term.value());
    }

    assertThat(sum.value()).isEqualByComparingTo(expected);
  }

  @Property
  void numbersAndTheirTextsHaveTheSameSum(@ForAll("terms") List<Term> terms) {
    ExactSum sum = new ExactSum();
    for (Term term : terms) {
      sum.add(new BigDecimal(term.text()), term.sign());
    }

    assertThat(sum.value()).isEqualTo(of(terms).value());
  }

  @Property
  void aSumOfSumsIsTheSumOfAll(@ForAll("terms") List<Term> one, @ForAll("terms") List<Term> two) {
    ExactSum both = of(one);
    both.add(of(two));

    assertThat(both.value()).isEqualByComparingTo(of(one).value().add(of(two).value()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "1.x", ".5x", "1.2.3", "abc", "1,5"})
  void whatIsNoDecimalIsRefused(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);

    assertThatThrownBy(() -> new ExactSum().add(bytes, 0, bytes.length, 1))
        .isInstanceOf(NumberFormatException.class);
  }

  private static ExactSum of(List<Term> terms) {
    ExactSum sum = new ExactSum();
    for (Term term : terms) {
      byte[] text = term.text().getBytes(StandardCharsets.US_ASCII);
      sum.add(text, 0, text.length, term.sign());
    }
    return sum;
  }
}
