package io.ledgerline.report.rating;

import static io.ledgerline.report.rating.Rates.used;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.report.book.Validity;
import io.ledgerline.report.gauge.Weightings;
import io.ledgerline.report.pricing.RequestSizeRate;
import io.ledgerline.report.pricing.UnratedReason;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LineRaterTest {
  private static final String T = "2024-01-05T10:00:00Z";
  private static final PlainPrices PER_MILLION =
      PlainPrices.of(Rates.usd(Rates.flat("2.5"), "1000000"));
  private static final UUID ID = new UUID(1, 2);
  private static final Currency EUR = Currency.getInstance("EUR");

  @Test
  void aLineSaysItsQuantityInTheUnitOfItsPrice() {
    RatedLine line = only(PER_MILLION.books(), used(T, "4000"));
    assertThat(line.units()).isEqualByComparingTo("0.004");
    assertThat(line.costs().list()).isEqualByComparingTo("0.01");
    assertThat(line.basis().billingCurrency().getCurrencyCode()).isEqualTo("USD");
  }

  @Test
  void aPriceChangeSplitsTheLine() {
    PlainPrices changed =
        PER_MILLION.from("2024-01-05T10:15:00Z", Rates.usd(Rates.flat("5"), "1000000"));
    RatingFold fold = RatingFold.all();
    PeriodRating.rate(
        changed.books(),
        Rates.JANUARY,
        Rates.FEBRUARY,
        List.of(
            used("2024-01-05T09:45:00Z", "1000000"),
            used(T, "1000000"),
            used("2024-01-05T10:15:00Z", "1000000"),
            used("2024-01-06T00:00:00Z", "1000000")),
        fold);
    assertThat(fold.lines())
        .extracting(
            FoldedLine::from,
            FoldedLine::last,
            line -> line.costs().normal().list().toPlainString(),
            FoldedLine::events)
        .containsExactlyInAnyOrder(
            org.assertj.core.api.Assertions.tuple(
                Instant.parse("2024-01-05T09:45:00Z"), Instant.parse(T), "5", 2L),
            org.assertj.core.api.Assertions.tuple(
                Instant.parse("2024-01-05T10:15:00Z"),
                Instant.parse("2024-01-06T00:00:00Z"),
                "10",
                2L));
  }

  @Test
  void usageWithoutPriceIsListedWithTheReasonAndNeverZero() {
    RatingCase rated =
        RatingCase.january(
            PER_MILLION.books(),
            used(Instant.parse(T), Rates.of("a", "unheard-of"), MeterName.INPUT_TOKENS, "7"));
    assertThat(rated.rated()).isEmpty();
    assertThat(rated.totals().byCurrency()).isEmpty();
    assertThat(rated.totals().unrated())
        .hasSize(1)
        .allSatisfy(
            (key, unrated) -> {
              assertThat(key.reason()).isEqualTo(UnratedReason.UNKNOWN_MODEL);
              assertThat(key.model()).isEqualTo("unheard-of");
              assertThat(unrated.quantity()).isEqualByComparingTo("7");
            });
  }

  @Test
  void callsCostNothingUnlessAPriceSaysSo() {
    UsageLine calls = used(Instant.parse(T), Rates.of("a", Rates.GPT), MeterName.REQUESTS, "3");
    assertThat(RatingCase.january(PER_MILLION.books(), calls).outcomes())
        .containsExactly(new CountedLine(calls));
    PlainPrices perCall =
        PER_MILLION.with(
            Rates.GPT,
            MeterName.REQUESTS,
            Rates.usd(Rates.flat("0.01")),
            Validity.ALWAYS,
            PlainPrices.KNOWN);
    assertThat(only(perCall.books(), calls).costs().list()).isEqualByComparingTo("0.03");
  }

  @Test
  void theSizeOfTheRequestPicksOnePriceForAllOfIt() {
    PlainPrices bySize =
        PlainPrices.of(
            Rates.usd(new RequestSizeRate(Rates.bands("1", "128000", "2", "200000", "4"))));
    assertThat(costInContext(bySize, null)).isEqualByComparingTo("10");
    assertThat(costInContext(bySize, "32k")).isEqualByComparingTo("10");
    assertThat(costInContext(bySize, "128k")).isEqualByComparingTo("20");
    assertThat(costInContext(bySize, "200k")).isEqualByComparingTo("40");
    assertThat(costInContext(bySize, "1000k")).isEqualByComparingTo("40");
  }

  private static BigDecimal costInContext(PlainPrices prices, String context) {
    Map<String, String> priceClass = context == null ? Map.of() : Map.of("context", context);
    Dimensions dimensions =
        new Dimensions(
            "a", null, null, null, null, Rates.GPT, null, null, PriceClass.of(priceClass));
    return only(prices.books(), used(Instant.parse(T), dimensions, MeterName.INPUT_TOKENS, "10"))
        .costs()
        .list();
  }

  @Test
  void aDiscountIsTakenOffTheListPriceAndAMarkupPutOnWhatIsLeft() {
    TermsLookup.Terms terms =
        new TermsLookup.Terms(
            null,
            new TermsLookup.Discount(ID, new BigDecimal("12.5")),
            new TermsLookup.Markup(ID, new BigDecimal("1.1")));
    Costs costs = only(with(terms, Attribution.NONE), used(T, "4000000")).costs().normal();
    assertThat(costs)
        .isEqualTo(
            new Costs(new BigDecimal("10"), new BigDecimal("8.75"), new BigDecimal("9.625")));
  }

  @Test
  void aContractPriceIsPaidInsteadOfTheListsWhichStaysOnTheLine() {
    PricedBy contract = new PricedBy(ID, "contract", Rates.usd(Rates.flat("2"), "1000000"));
    TermsLookup.Terms terms = new TermsLookup.Terms(contract, null, null);
    RatedLine line = only(with(terms, Attribution.NONE), used(T, "4000000"));
    assertThat(line.costs().list()).isEqualByComparingTo("10");
    assertThat(line.costs().billed()).isEqualByComparingTo("8");
    assertThat(line.basis().paid().id()).isEqualTo(ID);
  }

  @Test
  void aContractPriceNeedsNoListPrice() {
    PricedBy contract = new PricedBy(ID, "contract", Rates.usd(Rates.flat("2")));
    TermsLookup.Terms terms = new TermsLookup.Terms(contract, null, null);
    RatingBooks books =
        new RatingBooks(
            PlainPrices.none().lookup(),
            (dimensions, meter, payer, time) -> terms,
            ExchangeLookup.NONE,
            Attribution.NONE);
    assertThat(only(books, used(T, "3")).costs().billed()).isEqualByComparingTo("6");
  }

  @Test
  void aCostCentreIsBilledInItsOwnCurrencyAtTheRateOnTheLine() {
    Attribution berlin = (dimensions, time) -> new Payer("berlin", ID, EUR);
    ExchangeLookup exchange =
        (from, to, time) -> Optional.of(new ExchangeLookup.Exchange(ID, new BigDecimal("0.9215")));
    RatingBooks books = new RatingBooks(PER_MILLION.lookup(), TermsLookup.NONE, exchange, berlin);
    RatedLine line = only(books, used(T, "4000000"));
    assertThat(line.costs().billed()).isEqualByComparingTo("10");
    assertThat(line.billing().billed()).isEqualByComparingTo("9.215");
    assertThat(line.basis().billingCurrency()).isEqualTo(EUR);
    assertThat(line.basis().exchange().id()).isEqualTo(ID);
  }

  @Test
  void samplesOfAGaugeAreUnratedHoweverTheyArePriced() {
    MeterName meter = used(T, "5").meter();
    RatingBooks books =
        new RatingBooks(
            PER_MILLION.lookup(),
            TermsLookup.NONE,
            ExchangeLookup.NONE,
            Attribution.NONE,
            new GaugeBook(Map.of(meter, "token"), new Weightings(Set.of(meter), Map.of()), false));
    RatingCase rated = RatingCase.january(books, used(T, "5"));
    assertThat(rated.outcomes())
        .singleElement()
        .isInstanceOfSatisfying(
            UnratedLine.class,
            line -> assertThat(line.reason()).isEqualTo(UnratedReason.NOT_TIME_WEIGHTED));
  }

  @Test
  void aMissingCurrencyRateIsFlaggedLikeAMissingPrice() {
    RatingBooks books = with(TermsLookup.Terms.NONE, (d, time) -> new Payer("berlin", ID, EUR));
    RatingCase rated = RatingCase.january(books, used(T, "5"));
    assertThat(rated.outcomes())
        .singleElement()
        .isInstanceOfSatisfying(
            UnratedLine.class,
            line -> {
              assertThat(line.reason()).isEqualTo(UnratedReason.NO_EXCHANGE_RATE);
              assertThat(line.payer().costCentre()).isEqualTo("berlin");
            });
  }

  @Test
  void aProjectThatMovesIsChargedToItsNewOwnerFromThatQuarterHourOn() {
    Instant moved = Instant.parse("2024-01-05T10:15:00Z");
    Attribution moving =
        new Attribution() {
          @Override
          public Payer payer(Dimensions dimensions, Instant time) {
            return new Payer(time.isBefore(moved) ? "before" : "after", ID, null);
          }

          @Override
          public List<Instant> changes() {
            return List.of(moved);
          }
        };
    RatingCase rated =
        RatingCase.january(
            with(TermsLookup.Terms.NONE, moving), used("2024-01-05T10:15:00Z", "1"), used(T, "1"));
    assertThat(rated.totals().costs().keySet())
        .extracting(RatingTotals.CostKey::costCentre)
        .containsExactly("after", "before");
  }

  @Test
  void linesThatGoBackInTimeAreRefused() {
    PeriodRating rating =
        new PeriodRating(PER_MILLION.books(), Rates.JANUARY, Rates.FEBRUARY, outcome -> {});
    rating.take(used(T, "1"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rating.take(used("2024-01-05T09:45:00Z", "1")));
    assertThatIllegalArgumentException().isThrownBy(() -> rating.take(used(Rates.FEBRUARY, "1")));
  }

  @Test
  void aPageOfFoldedLinesIsWholeHoweverLinesCome() {
    List<UsageLine> lines =
        List.of(
            used(Rates.JANUARY, Rates.of("a", Rates.GPT), MeterName.INPUT_TOKENS, "1"),
            used(Rates.JANUARY, Rates.of("b", Rates.GPT), MeterName.INPUT_TOKENS, "1"),
            used(Rates.JANUARY, Rates.of("c", Rates.GPT), MeterName.INPUT_TOKENS, "1"),
            used(Instant.parse(T), Rates.of("a", Rates.GPT), MeterName.INPUT_TOKENS, "1"),
            used(Instant.parse(T), Rates.of("b", Rates.GPT), MeterName.INPUT_TOKENS, "1"),
            used(Instant.parse(T), Rates.of("c", Rates.GPT), MeterName.INPUT_TOKENS, "1"));
    RatingFold all = RatingFold.all();
    PeriodRating.rate(PER_MILLION.books(), Rates.JANUARY, Rates.FEBRUARY, lines, all);
    RatingFold first = new RatingFold(key -> true, 2);
    PeriodRating.rate(PER_MILLION.books(), Rates.JANUARY, Rates.FEBRUARY, lines, first);
    FoldKey.Place last = first.lines().getLast().key().place();
    RatingFold second = new RatingFold(key -> key.place().compareTo(last) > 0, 2);
    PeriodRating.rate(PER_MILLION.books(), Rates.JANUARY, Rates.FEBRUARY, lines, second);

    assertThat(first.hasMore()).isTrue();
    assertThat(second.hasMore()).isFalse();
    assertThat(java.util.stream.Stream.concat(first.lines().stream(), second.lines().stream()))
        .containsExactlyElementsOf(all.lines())
        .allSatisfy(line -> assertThat(line.events()).isEqualTo(2));
  }

  private static RatingBooks with(TermsLookup.Terms terms, Attribution attribution) {
    return new RatingBooks(
        PER_MILLION.lookup(),
        (dimensions, meter, payer, time) -> terms,
        ExchangeLookup.NONE,
        attribution);
  }

  private static RatedLine only(RatingBooks books, UsageLine line) {
    return (RatedLine) RatingCase.january(books, line).outcomes().getFirst();
  }
}
