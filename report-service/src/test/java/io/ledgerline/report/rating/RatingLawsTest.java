package io.ledgerline.report.rating;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.report.book.Validity;
import io.ledgerline.report.pricing.PackageRate;
import io.ledgerline.report.pricing.Rate;
import io.ledgerline.report.pricing.Tariff;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class RatingLawsTest {
  private static final int QUARTERS = 31 * 96;
  private static final Duration QUARTER = Duration.ofMinutes(15);

  @Property(tries = 100)
  void splittingAPeriodAnywhereDoesNotChangeWhatItCosts(
      @ForAll("books") PlainPrices prices,
      @ForAll("usage") List<UsageLine> usage,
      @ForAll @IntRange(min = 1, max = QUARTERS - 1) int cut) {
    Instant middle = at(cut);
    BigDecimal first = RatingCase.of(prices.books(), Rates.JANUARY, middle, usage).usd();
    BigDecimal second = RatingCase.of(prices.books(), middle, Rates.FEBRUARY, usage).usd();
    assertThat(first.add(second)).isEqualByComparingTo(month(prices, usage));
  }

  @Property(tries = 50)
  void dailyRunsSumToTheMonthlyOne(
      @ForAll("books") PlainPrices prices, @ForAll("usage") List<UsageLine> usage) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int day = 0; day < 31; day++) {
      sum = sum.add(RatingCase.of(prices.books(), at(day * 96), at(day * 96 + 96), usage).usd());
    }
    assertThat(sum).isEqualByComparingTo(month(prices, usage));
  }

  @Property(tries = 100)
  void theOrderOfTheInputDoesNotMatter(
      @ForAll("books") PlainPrices prices,
      @ForAll("usage") List<UsageLine> usage,
      @ForAll long seed) {
    List<UsageLine> shuffled = new ArrayList<>(usage);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(fold(prices, shuffled)).isEqualTo(fold(prices, usage));
    assertThat(january(prices, shuffled).totals().unrated())
        .isEqualTo(january(prices, usage).totals().unrated());
  }

  @Property(tries = 100)
  void theSumOfTheLinesIsTheTotalAndFoldingLosesNothing(
      @ForAll("books") PlainPrices prices, @ForAll("usage") List<UsageLine> usage) {
    RatingCase rated = january(prices, usage);
    BigDecimal lines =
        rated.rated().stream()
            .map(line -> line.billing().billed())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal folded =
        fold(prices, usage).stream()
            .map(line -> line.billing().billed())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(lines).isEqualByComparingTo(rated.usd());
    assertThat(folded).isEqualByComparingTo(rated.usd());
  }

  @Property(tries = 100)
  void whatIsUsedIsEitherRatedOrListedAsUnrated(
      @ForAll("books") PlainPrices prices, @ForAll("usage") List<UsageLine> usage) {
    RatingCase rated = january(prices, usage);
    BigDecimal used = sum(usage);
    BigDecimal withCost = sum(rated.rated().stream().map(RatedLine::usage).toList());
    BigDecimal without =
        rated.totals().unrated().values().stream()
            .map(RatingTotals.Unrated::quantity)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(withCost.add(without)).isEqualByComparingTo(used);
    assertThat(rated.outcomes()).hasSameSizeAs(usage);
  }

  @Property(tries = 100)
  void aPriceLearntLaterDoesNotChangeWhatWasKnownBefore(
      @ForAll("books") PlainPrices prices,
      @ForAll("usage") List<UsageLine> usage,
      @ForAll("rate") Rate correction) {
    Instant later = PlainPrices.KNOWN.plus(Duration.ofDays(1));
    PlainPrices corrected =
        prices.with(
            Rates.GPT, MeterName.INPUT_TOKENS, Rates.usd(correction), Validity.ALWAYS, later);
    PlainPrices asBefore = corrected.knownAt(later.minusMillis(1));
    assertThat(fold(asBefore, usage)).isEqualTo(fold(prices, usage));
  }

  @Property(tries = 200)
  void moreUsageNeverCostsLessInBlocksAndBands(
      @ForAll("rising") Rate rate,
      @ForAll @LongRange(min = 0, max = 100_000) long quantity,
      @ForAll @LongRange(min = 0, max = 100_000) long more) {
    PlainPrices prices = PlainPrices.of(priced(rate, "10"));
    UsageLine one = Rates.used(Rates.JANUARY, Long.toString(quantity));
    UsageLine other = Rates.used(Rates.JANUARY, Long.toString(quantity + more));
    assertThat(month(prices, List.of(other))).isGreaterThanOrEqualTo(month(prices, List.of(one)));
  }

  @Provide
  Arbitrary<Rate> rate() {
    return Arbitraries.of(
        Rates.flat("0.0000025"),
        Rates.flat("0"),
        Rates.blocks("100", "1.5"),
        Rates.blocks("0.3", "0.01"),
        Rates.graduated("3", "50", "2", "250.5", "1.25"),
        Rates.graduated("0", "100", "0.1"),
        Rates.volume("3", "50", "2", "250", "1"),
        Rates.volume("1", "70", "2.5"));
  }

  /** Blocks and graduated bands, whatever the prices; volume bands as long as prices rise. */
  @Provide
  Arbitrary<Rate> rising() {
    return Arbitraries.of(
        Rates.flat("1"),
        Rates.blocks("7", "1"),
        Rates.graduated("3", "50", "0", "250", "1"),
        Rates.volume("1", "50", "2", "250", "3"));
  }

  /** One to three versions of a price, per different units, one after the other. */
  @Provide
  Arbitrary<PlainPrices> books() {
    Arbitrary<Tariff> tariff =
        Combinators.combine(rate(), Arbitraries.of("1", "1000", "8")).as(RatingLawsTest::priced);
    Arbitrary<Integer> quarter = Arbitraries.integers().between(0, QUARTERS - 1);
    return Combinators.combine(tariff, tariff, tariff, quarter, quarter)
        .as(
            (first, second, third, one, two) ->
                PlainPrices.of(first)
                    .from(at(one).toString(), second)
                    .from(at(two).toString(), third));
  }

  @Provide
  Arbitrary<List<UsageLine>> usage() {
    return Combinators.combine(
            Arbitraries.integers().between(0, QUARTERS - 1),
            Arbitraries.of("a", "b", "c"),
            Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(9, Arbitraries.just(Rates.GPT)),
                net.jqwik.api.Tuple.of(1, Arbitraries.just("unheard-of"))),
            Arbitraries.bigDecimals().between(BigDecimal.ZERO, new BigDecimal("200")).ofScale(1))
        .as(
            (quarter, account, model, quantity) ->
                Rates.used(
                    at(quarter),
                    Rates.of(account, model),
                    MeterName.INPUT_TOKENS,
                    quantity.toPlainString()))
        .list()
        .ofMaxSize(40);
  }

  /** The price of a package is for the block. */
  private static Tariff priced(Rate rate, String per) {
    return Rates.usd(rate, rate instanceof PackageRate ? "1" : per);
  }

  private static Instant at(int quarter) {
    return Rates.JANUARY.plus(QUARTER.multipliedBy(quarter));
  }

  private static RatingCase january(PlainPrices prices, List<UsageLine> usage) {
    return RatingCase.of(prices.books(), Rates.JANUARY, Rates.FEBRUARY, usage);
  }

  private static BigDecimal month(PlainPrices prices, List<UsageLine> usage) {
    return january(prices, usage).usd();
  }

  private static List<FoldedLine> fold(PlainPrices prices, List<UsageLine> usage) {
    RatingFold fold = RatingFold.all();
    PeriodRating.rate(prices.books(), Rates.JANUARY, Rates.FEBRUARY, usage, fold);
    return fold.lines().stream()
        .map(
            line ->
                new FoldedLine(
                    line.key(),
                    line.from(),
                    line.last(),
                    line.quantity().stripTrailingZeros(),
                    line.units().stripTrailingZeros(),
                    line.events(),
                    line.costs().normal(),
                    line.billing().normal()))
        .toList();
  }

  private static BigDecimal sum(List<UsageLine> lines) {
    return lines.stream().map(UsageLine::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
