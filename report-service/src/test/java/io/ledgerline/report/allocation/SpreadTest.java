package io.ledgerline.report.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerline.report.allocation.Spread.Part;
import io.ledgerline.report.allocation.Spread.Share;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {
  @Test
  void tenInThirdsGivesTheOddCentToTheFirstByName() {
    assertThat(spread("10.00", List.of(part("c", "1"), part("a", "1"), part("b", "1"))))
        .containsExactly("a 3.34", "b 3.33", "c 3.33");
  }

  @Test
  void theOddCentGoesToTheLargestRemainder() {
    assertThat(spread("1.00", List.of(part("a", "0.335"), part("b", "0.337"), part("c", "0.328"))))
        .containsExactly("a 0.33", "b 0.34", "c 0.33");
  }

  @Test
  void anEqualRemainderGoesToTheLargerWeight() {
    assertThat(spread("0.02", List.of(part("a", "1"), part("b", "3"))))
        .containsExactly("a 0.00", "b 0.02");
  }

  @Test
  void aCreditIsSpreadLikeACharge() {
    assertThat(spread("-10.00", List.of(part("a", "1"), part("b", "1"), part("c", "1"))))
        .containsExactly("a -3.34", "b -3.33", "c -3.33");
  }

  @Test
  void whoHasNoWeightBearsNothing() {
    assertThat(spread("7.77", List.of(part("a", "0"), part("b", "5"))))
        .containsExactly("a 0.00", "b 7.77");
  }

  @Test
  void aMinimumIsChargedAndTheOthersShareTheRest() {
    assertThat(spread("100", List.of(part("a", "1", "5"), part("b", "33"), part("c", "66"))))
        .containsExactly("a 5.00 lifted", "b 31.67", "c 63.33");
  }

  @Test
  void liftingOneMayPutAnotherBelowItsMinimum() {
    // By weight b has 10.00, just its minimum; without the 10 that a is lifted to, 9.09.
    assertThat(spread("100", List.of(part("a", "1", "10"), part("b", "10", "10"), part("c", "89"))))
        .containsExactly("a 10.00 lifted", "b 10.00 lifted", "c 80.00");
  }

  @Test
  void aMinimumIsChargedWithoutUsageToo() {
    assertThat(spread("20", List.of(part("a", "0", "2.50"), part("b", "7"))))
        .containsExactly("a 2.50 lifted", "b 17.50");
  }

  @Test
  void minimumsMayTakeAll() {
    assertThat(spread("20", List.of(part("a", "1", "10"), part("b", "0", "10"), part("c", "0"))))
        .containsExactly("a 10.00", "b 10.00 lifted", "c 0.00");
  }

  @Test
  void aCreditKnowsNoMinimum() {
    assertThat(spread("-100", List.of(part("a", "1", "10"), part("b", "99"))))
        .containsExactly("a -1.00", "b -99.00");
  }

  @Test
  void minimumsAboveTheTotalAreFound() {
    List<Part<String>> parts = List.of(part("a", "1", "6"), part("b", "1", "5"));

    assertThat(Spread.isShort(Fraction.of(new BigDecimal("10.99")), parts)).isTrue();
    assertThat(Spread.isShort(Fraction.of(new BigDecimal("11")), parts)).isFalse();
    assertThatThrownBy(() -> Spread.of(Fraction.ONE, parts, 2))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void withoutAnyWeightNothingIsSpread() {
    List<Part<String>> parts = List.of(part("a", "0"), part("b", "0", "1"));

    assertThat(Spread.isWeightless(parts)).isTrue();
    assertThatThrownBy(() -> Spread.of(Fraction.ONE, parts, 2))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aThirdOfACentIsRoundedOnlyAtTheEnd() {
    Share<String> share =
        Spread.of(Fraction.ONE, List.of(part("a", "1"), part("b", "2")), 2).getFirst();

    assertThat(share.share()).hasToString("1/3");
    assertThat(share.exact()).hasToString("1/3");
    assertThat(share.amount()).isEqualTo("0.33");
  }

  private static Part<String> part(String target, String weight) {
    return part(target, weight, "0");
  }

  private static Part<String> part(String target, String weight, String minimum) {
    return new Part<>(target, Fraction.of(new BigDecimal(weight)), new BigDecimal(minimum));
  }

  private static List<String> spread(String total, List<Part<String>> parts) {
    return Spread.of(Fraction.of(new BigDecimal(total)), parts, 2).stream()
        .map(s -> s.target() + " " + s.amount().toPlainString() + (s.lifted() ? " lifted" : ""))
        .toList();
  }
}
