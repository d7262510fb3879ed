package io.ledgerline.report.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class FractionTest {
  @Test
  void equalFractionsAreEqual() {
    assertThat(fraction(2, -4)).isEqualTo(fraction(-1, 2)).hasToString("-1/2");
    assertThat(fraction(0, -7)).isEqualTo(Fraction.ZERO);
  }

  @Test
  void nothingIsNoDenominator() {
    assertThatThrownBy(() -> fraction(1, 0)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void aThirdHasNoDecimal() {
    assertThat(fraction(1, 3).decimal()).isEmpty();
    assertThat(fraction(1001, 16).decimal()).hasValue(new BigDecimal("62.5625"));
    assertThat(fraction(7, 1).decimal()).hasValue(new BigDecimal("7"));
  }

  @Property
  void everyDecimalIsAFractionAndBack(@ForAll @Scale(12) BigDecimal value) {
    assertThat(Fraction.of(value).decimal().orElseThrow()).isEqualByComparingTo(value);
  }

  @Property
  void reckoningIsThatOfDecimals(
      @ForAll @Scale(6) BigDecimal one, @ForAll @Scale(6) BigDecimal other) {
    Fraction a = Fraction.of(one);
    Fraction b = Fraction.of(other);

    assertThat(a.plus(b)).isEqualTo(Fraction.of(one.add(other)));
    assertThat(a.minus(b)).isEqualTo(Fraction.of(one.subtract(other)));
    assertThat(a.times(b)).isEqualTo(Fraction.of(one.multiply(other)));
    assertThat(a.compareTo(b)).isEqualTo(one.compareTo(other));
    if (b.signum() != 0) {
      assertThat(a.over(b).times(b)).isEqualTo(a);
    }
  }

  private static Fraction fraction(long numerator, long denominator) {
    return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }
}
