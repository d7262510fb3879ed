package io.ledgerline.report.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.report.allocation.Spread.Part;
import io.ledgerline.report.allocation.Spread.Share;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds of every spread, whatever is spread over whom. */
class SpreadLawsTest {
  /** A total of any sign, its parts, and the decimals of a unit. */
  private record Case(BigDecimal total, List<Part<String>> parts, int decimals) {
    List<Share<String>> shares() {
      return Spread.of(Fraction.of(total), parts, decimals);
    }

    BigDecimal unit() {
      return BigDecimal.ONE.movePointLeft(decimals);
    }
  }

  @Provide
  Arbitrary<Case> cases() {
    return Combinators.combine(
            Arbitraries.bigDecimals()
                .between(new BigDecimal("-99999"), new BigDecimal("99999"))
                .ofScale(7),
            weights(),
            Arbitraries.integers().between(0, 8))
        .as((total, weights, decimals) -> new Case(total, parts(weights, false), decimals));
  }

  @Provide
  Arbitrary<Case> casesWithMinimums() {
    return Combinators.combine(
            Arbitraries.bigDecimals().between(BigDecimal.ZERO, new BigDecimal("999")).ofScale(5),
            weights())
        .as((total, weights) -> new Case(total, parts(weights, true), 2))
        .filter(c -> !Spread.isShort(Fraction.of(c.total()), c.parts()));
  }

  private static Arbitrary<List<BigDecimal>> weights() {
    return Arbitraries.oneOf(
            Arbitraries.integers().between(0, 4).map(BigDecimal::valueOf),
            Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("100000000"))
                .ofScale(6))
        .list()
        .ofMinSize(1)
        .ofMaxSize(25)
        .filter(weights -> weights.stream().anyMatch(weight -> weight.signum() > 0));
  }

  private static List<Part<String>> parts(List<BigDecimal> weights, boolean minimums) {
    return IntStream.range(0, weights.size())
        .mapToObj(
            i ->
                new Part<>(
                    "%02d".formatted(i),
                    Fraction.of(weights.get(i)),
                    minimums ? new BigDecimal(i * 37 % 211).movePointLeft(2) : BigDecimal.ZERO))
        .toList();
  }

  @Property
  void amountsAddUpToTheTotalRoundedToTheUnit(@ForAll("cases") Case c) {
    assertThat(sum(c.shares()))
        .isEqualByComparingTo(c.total().setScale(c.decimals(), RoundingMode.HALF_UP));
  }

  @Property
  void withMinimumsTheyAddUpAllTheSameAndNobodyBearsLess(@ForAll("casesWithMinimums") Case c) {
    List<Share<String>> shares = c.shares();

    assertThat(sum(shares))
        .isEqualByComparingTo(c.total().setScale(c.decimals(), RoundingMode.HALF_UP));
    for (int i = 0; i < shares.size(); i++) {
      BigDecimal minimum = c.parts().get(i).minimum();
      assertThat(shares.get(i).amount()).isGreaterThanOrEqualTo(minimum);
      if (shares.get(i).lifted()) {
        assertThat(shares.get(i).amount()).isEqualByComparingTo(minimum);
      }
    }
    assertThat(shares.stream().map(Share::exact).reduce(Fraction.ZERO, Fraction::plus))
        .isEqualTo(Fraction.of(c.total()));
  }

  @Property
  void nobodyIsAWholeUnitAwayFromTheExactPart(@ForAll("cases") Case c) {
    for (Share<String> share : c.shares()) {
      assertThat(share.exact()).isEqualTo(Fraction.of(c.total()).times(share.share()));
      assertThat(Fraction.of(share.amount()).minus(share.exact()).abs())
          .isLessThan(Fraction.of(c.unit()));
    }
  }

  @Property
  void exactPartsAndSharesAreTheWhole(@ForAll("cases") Case c) {
    assertThat(c.shares().stream().map(Share::share).reduce(Fraction.ZERO, Fraction::plus))
        .isEqualTo(Fraction.ONE);
    assertThat(c.shares().stream().map(Share::exact).reduce(Fraction.ZERO, Fraction::plus))
        .isEqualTo(Fraction.of(c.total()));
  }

  @Property
  void theOrderOfTargetsDoesNotMatter(@ForAll("casesWithMinimums") Case c, @ForAll Random random) {
    List<Part<String>> shuffled = new ArrayList<>(c.parts());
    Collections.shuffle(shuffled, random);

    assertThat(Spread.of(Fraction.of(c.total()), shuffled, c.decimals())).isEqualTo(c.shares());
  }

  @Property
  void whoHasTheLargerWeightBearsNoLess(@ForAll("cases") Case c) {
    List<Share<String>> shares = c.shares();
    for (int i = 0; i < shares.size(); i++) {
      for (int j = 0; j < shares.size(); j++) {
        if (c.parts().get(i).weight().compareTo(c.parts().get(j).weight()) > 0) {
          assertThat(shares.get(i).amount().abs())
              .isGreaterThanOrEqualTo(shares.get(j).amount().abs());
        }
      }
    }
  }

  @Property
  void moreWeightForOneNeverLowersWhatItBears(
      @ForAll("cases") Case c, @ForAll @IntRange(max = 24) int place, @ForAll("more") int more) {
    Assume.that(place < c.parts().size());
    List<Part<String>> raised = new ArrayList<>(c.parts());
    Part<String> before = raised.get(place);
    raised.set(
        place,
        new Part<>(
            before.target(),
            before.weight().plus(Fraction.of(BigDecimal.valueOf(more))),
            BigDecimal.ZERO));

    assertThat(new Case(c.total(), raised, c.decimals()).shares().get(place).amount().abs())
        .isGreaterThanOrEqualTo(c.shares().get(place).amount().abs());
  }

  @Provide
  Arbitrary<Integer> more() {
    return Arbitraries.integers().between(1, 100_000);
  }

  @Property
  void aCreditIsTheChargeWithTheOtherSign(@ForAll("cases") Case c) {
    Function<Share<String>, BigDecimal> amount = share -> share.amount().abs();

    assertThat(
            new Case(c.total().negate(), c.parts(), c.decimals())
                .shares().stream().map(amount).collect(Collectors.toList()))
        .isEqualTo(c.shares().stream().map(amount).toList());
  }

  @Property
  void onlyTheProportionOfWeightsCounts(@ForAll("cases") Case c, @ForAll("more") int factor) {
    Fraction times = Fraction.of(BigDecimal.valueOf(factor));
    List<Part<String>> scaled =
        c.parts().stream()
            .map(p -> new Part<>(p.target(), p.weight().times(times), p.minimum()))
            .toList();

    assertThat(new Case(c.total(), scaled, c.decimals()).shares()).isEqualTo(c.shares());
  }

  private static BigDecimal sum(List<Share<String>> shares) {
    return shares.stream().map(Share::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
