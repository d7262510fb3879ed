package io.ledgerline.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MoneyTest {
  private static final Currency EUR = Currency.getInstance("EUR");

  @Test
  void equalAmountsAreEqualWhateverTheirScale() {
    assertThat(usd("1.0")).isEqualTo(usd("1")).hasSameHashCodeAs(usd("1.000"));
    assertThat(usd("1E+2")).hasToString("100 USD");
    assertThat(usd("0E-9")).isEqualTo(Money.zero(Money.usd()));
    assertThat(usd("0.0000007")).hasToString("0.0000007 USD");
  }

  @Property
  void sumsAreExactInAnyOrder(
      @ForAll @Size(max = 20)
          List<@BigRange(min = "-1000000", max = "1000000") @Scale(12) BigDecimal> amounts) {
    Money forwards = sum(amounts);
    Money backwards = sum(amounts.reversed());

    assertThat(forwards).isEqualTo(backwards);
    assertThat(forwards.amount())
        .isEqualByComparingTo(amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  @Property
  void roundingMovesAnAmountByAtMostHalfAUnit(
      @ForAll @BigRange(min = "-1000000", max = "1000000") @Scale(12) BigDecimal amount) {
    BigDecimal moved =
        new Money(amount, EUR).rounded(2).amount().subtract(amount).abs().stripTrailingZeros();
    assertThat(moved).isLessThanOrEqualTo(new BigDecimal("0.005"));
  }

  @Test
  void aHalfIsRoundedAwayFromZero() {
    assertThat(usd("0.125").rounded(2)).isEqualTo(usd("0.13"));
    assertThat(usd("-0.125").rounded(2)).isEqualTo(usd("-0.13"));
    assertThat(usd("0.124999").rounded(2)).isEqualTo(usd("0.12"));
  }

  @Test
  void currenciesAreNeverMixed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> usd("1").plus(new Money(BigDecimal.ONE, EUR)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> usd("1").compareTo(new Money(BigDecimal.ONE, EUR)));
  }

  @Test
  void onlyAmountsAboveZeroArePositive() {
    assertThat(usd("0.000001").isPositive()).isTrue();
    assertThat(usd("0").isPositive()).isFalse();
    assertThat(usd("-1").isPositive()).isFalse();
    assertThat(usd("2")).isGreaterThan(usd("1.99"));
  }

  private static Money sum(List<BigDecimal> amounts) {
    Money total = Money.zero(Money.usd());
    for (BigDecimal amount : amounts) {
      total = total.plus(new Money(amount, Money.usd()));
    }
    return total;
  }

  private static Money usd(String amount) {
    return new Money(new BigDecimal(amount), Money.usd());
  }
}
