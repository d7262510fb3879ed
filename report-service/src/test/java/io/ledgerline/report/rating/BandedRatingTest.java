package io.ledgerline.report.rating;

import static io.ledgerline.report.rating.Rates.used;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.report.pricing.Accumulation;
import io.ledgerline.report.pricing.GraduatedRate;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class BandedRatingTest {
  private static final Instant D2 = Instant.parse("2024-01-02T00:00:00Z");
  private static final Instant D5 = Instant.parse("2024-01-05T00:00:00Z");
  private static final Instant D6 = Instant.parse("2024-01-06T00:00:00Z");

  @Test
  void begunBlocksAreChargedInFullAndOnce() {
    RatingCase rated =
        RatingCase.january(
            PlainPrices.of(Rates.usd(Rates.blocks("1000", "2"))).books(),
            used("2024-01-01T00:00:00Z", "1"),
            used("2024-01-01T00:15:00Z", "999"),
            used("2024-01-01T00:30:00Z", "1001"));
    assertThat(rated.costs()).containsExactly("2", "0", "4");
  }

  @Test
  void eachPartOfAGraduatedSumHasThePriceOfItsBand() {
    RatingCase rated =
        RatingCase.january(
            PlainPrices.of(Rates.usd(Rates.graduated("3", "100", "2", "200", "1"))).books(),
            used("2024-01-01T00:00:00Z", "50"),
            used("2024-01-01T00:15:00Z", "100"),
            used("2024-01-01T00:30:00Z", "100"));
    assertThat(rated.costs()).containsExactly("150", "250", "150");
  }

  @Test
  void aQuantityThatJustFillsABandStaysInIt() {
    RatingCase rated =
        RatingCase.january(
            PlainPrices.of(Rates.usd(Rates.volume("3", "100", "2"))).books(),
            used("2024-01-01T00:00:00Z", "100"));
    assertThat(rated.costs()).containsExactly("300");
  }

  @Test
  void reachingTheNextVolumeBandGivesBackTheDifferenceForWhatWasBefore() {
    RatingCase rated =
        RatingCase.january(
            PlainPrices.of(Rates.usd(Rates.volume("3", "100", "2"))).books(),
            used("2024-01-01T00:00:00Z", "100"),
            used("2024-01-01T00:15:00Z", "1"));
    assertThat(rated.costs()).containsExactly("300", "-98");
    assertThat(rated.usd()).isEqualByComparingTo("202");
  }

  @Test
  void whatWasUsedBeforeThePeriodFillsBandsAndIsChargedToNobody() {
    RatingCase rated =
        RatingCase.of(
            PlainPrices.of(Rates.usd(Rates.graduated("3", "100", "2"))).books(),
            D5,
            D6,
            List.of(used("2024-01-02T00:00:00Z", "90"), used("2024-01-05T10:00:00Z", "20")));
    assertThat(rated.costs()).containsExactly("50");
  }

  @Test
  void usageOfTheMonthBeforeFillsNoBandOfThisOne() {
    RatingCase rated =
        RatingCase.of(
            PlainPrices.of(Rates.usd(Rates.graduated("3", "100", "2"))).books(),
            D5,
            D6,
            List.of(used("2023-12-31T23:45:00Z", "90"), used("2024-01-05T10:00:00Z", "20")));
    assertThat(rated.costs()).containsExactly("60");
  }

  @Test
  void theSumStartsAnewAtTheZonesOwnMidnight() {
    Accumulation daily =
        new Accumulation(
            Accumulation.Scope.TENANT, Accumulation.Reset.DAY, ZoneId.of("Asia/Kathmandu"));
    RatingCase rated =
        RatingCase.january(
            PlainPrices.of(Rates.usd(new GraduatedRate(Rates.bands("3", "100", "2"), daily)))
                .books(),
            used("2024-01-02T18:00:00Z", "100"),
            used("2024-01-02T18:15:00Z", "1"));
    assertThat(rated.costs()).containsExactly("300", "3");
  }

  @Test
  void aChangedPriceGoesOnWhereTheSumStands() {
    RatingCase rated =
        RatingCase.january(
            PlainPrices.of(Rates.usd(Rates.graduated("3", "100", "2")))
                .from("2024-01-10T00:00:00Z", Rates.usd(Rates.graduated("30", "100", "20")))
                .books(),
            used("2024-01-09T00:00:00Z", "90"),
            used("2024-01-11T00:00:00Z", "20"));
    assertThat(rated.costs()).containsExactly("270", "500");
  }

  @Test
  void versionsOfAVolumePriceEachCountForTheirPartAtTheBandOfTheWhole() {
    RatingCase rated =
        RatingCase.january(
            PlainPrices.of(Rates.usd(Rates.volume("3", "100", "2")))
                .from("2024-01-10T00:00:00Z", Rates.usd(Rates.volume("30", "100", "20")))
                .books(),
            used("2024-01-09T00:00:00Z", "90"),
            used("2024-01-11T00:00:00Z", "20"));
    assertThat(rated.usd()).isEqualByComparingTo("580");
    assertThat(rated.costs()).containsExactly("270", "310");
  }

  @Test
  void versionsMayHaveDifferentUnits() {
    RatingCase rated =
        RatingCase.january(
            PlainPrices.of(Rates.usd(Rates.graduated("3", "1000", "2"), "1000"))
                .from("2024-01-10T00:00:00Z", Rates.usd(Rates.graduated("0.003", "1000", "0.002")))
                .books(),
            used("2024-01-09T00:00:00Z", "900"),
            used("2024-01-11T00:00:00Z", "200"));
    assertThat(rated.costs()).containsExactly("2.7", "0.5");
  }

  @Test
  void limitsAreTokensHoweverManyAPriceBuys() {
    RatingCase graduated =
        RatingCase.january(
            PlainPrices.of(Rates.usd(Rates.graduated("3", "1000000", "2"), "1000000")).books(),
            used("2024-01-09T00:00:00Z", "1500000"));
    assertThat(graduated.costs()).containsExactly("4");
    RatingCase volume =
        RatingCase.january(
            PlainPrices.of(Rates.usd(Rates.volume("3", "1000000", "2"), "1000000")).books(),
            used("2024-01-09T00:00:00Z", "1500000"));
    assertThat(volume.costs()).containsExactly("3");
    RatingCase blocks =
        RatingCase.january(
            PlainPrices.of(Rates.usd(Rates.blocks("1000", "2"), "1000")).books(),
            used("2024-01-09T00:00:00Z", "1500"));
    assertThat(blocks.costs()).containsExactly("4");
  }

  @Test
  void aPackagePricePerSomethingElseThanItsBlockIsRefused() {
    assertThatThrownBy(() -> Rates.usd(Rates.blocks("700", "2"), "10"))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("size");
  }

  @Test
  void aVersionInAnotherCurrencyStartsASumOfItsOwn() {
    RatingCase rated =
        RatingCase.january(
            PlainPrices.of(Rates.usd(Rates.graduated("3", "100", "2")))
                .from(
                    "2024-01-10T00:00:00Z",
                    Rates.tariff(Rates.graduated("3", "100", "2"), "1", "EUR"))
                .books(),
            used("2024-01-09T00:00:00Z", "90"),
            used("2024-01-11T00:00:00Z", "20"));
    assertThat(rated.rated())
        .extracting(line -> line.basis().billingCurrency())
        .containsExactly(Currency.getInstance("USD"), Currency.getInstance("EUR"));
    assertThat(rated.costs()).containsExactly("270", "60");
  }

  @Test
  void eachScopeHasASumOfItsOwnAndUsageWithoutOneSharesIt() {
    Accumulation byWorkspace = Rates.monthly(Accumulation.Scope.WORKSPACE);
    RatingBooks books =
        PlainPrices.of(Rates.usd(new GraduatedRate(Rates.bands("3", "100", "2"), byWorkspace)))
            .books();
    Instant time = D5;
    RatingCase rated =
        RatingCase.january(
            books,
            used(time, inWorkspace("a", "blue"), MeterName.INPUT_TOKENS, "100"),
            used(time, inWorkspace("b", "blue"), MeterName.INPUT_TOKENS, "100"),
            used(time, inWorkspace("a", null), MeterName.INPUT_TOKENS, "100"),
            used(time, inWorkspace("b", null), MeterName.INPUT_TOKENS, "100"));
    assertThat(rated.usd()).isEqualByComparingTo("1100");
  }

  private static io.ledgerline.contracts.usage.Dimensions inWorkspace(
      String account, String workspace) {
    return new io.ledgerline.contracts.usage.Dimensions(
        account, null, workspace, null, "openai", Rates.GPT, null, null, null);
  }

  @Test
  void usageWithoutACurrencyRateFillsBandsAllTheSame() {
    Attribution centres =
        (dimensions, time) ->
            new Payer("centre", null, Currency.getInstance(dimensions.sourceAccount()));
    RatingBooks books =
        new RatingBooks(
            PlainPrices.of(Rates.usd(Rates.graduated("3", "100", "2"))).lookup(),
            TermsLookup.NONE,
            ExchangeLookup.NONE,
            centres);
    List<UsageLine> lines =
        List.of(
            used(D2, Rates.of("EUR", Rates.GPT), MeterName.INPUT_TOKENS, "90"),
            used(D5, Rates.of("USD", Rates.GPT), MeterName.INPUT_TOKENS, "20"));
    RatingCase month = RatingCase.of(books, Rates.JANUARY, Rates.FEBRUARY, lines);
    assertThat(month.costs()).containsExactly("50");
    assertThat(month.outcomes()).hasSize(2);
    assertThat(RatingCase.of(books, D5, D6, lines).costs()).containsExactly("50");
  }

  @Test
  void historyGoesBackToTheStartOfTheLongestSpan() {
    RatingBooks prices = PlainPrices.of(Rates.usd(Rates.graduated("3", "100", "2"))).books();
    assertThat(PeriodRating.history(prices, D5))
        .containsExactly(java.util.Map.entry(MeterName.INPUT_TOKENS, Rates.JANUARY));
    assertThat(PeriodRating.history(prices, Rates.JANUARY)).isEmpty();
    assertThat(PeriodRating.history(PlainPrices.of(Rates.usd(Rates.flat("1"))).books(), D5))
        .isEmpty();
  }
}
