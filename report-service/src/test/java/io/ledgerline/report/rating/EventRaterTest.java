package io.ledgerline.report.rating;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.Money;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.contracts.usage.Quantities;
import io.ledgerline.contracts.usage.Quantity;
import io.ledgerline.report.book.Validity;
import io.ledgerline.report.ledger.LedgerLine;
import io.ledgerline.report.pricing.ModelRule;
import io.ledgerline.report.pricing.PriceBook;
import io.ledgerline.report.pricing.Prices;
import io.ledgerline.report.pricing.RequestSizeRate;
import io.ledgerline.report.pricing.UnratedReason;
import io.ledgerline.report.rollup.RollupGrain;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class EventRaterTest {
  private static final Instant T = Instant.parse("2024-05-25T08:00:00Z");
  private static final String HAIKU = "anthropic.claude-3-haiku-20240307-v1:0";

  private final EventRater rater = rater(Prices.shippedBook());

  private static EventRater rater(PriceBook book) {
    return EventRating.of(RatingBooks.of(new BookPrices(book))).rater(Money.usd());
  }

  private static LedgerLine event(
      Instant time, String model, PriceClass priceClass, Map<MeterName, Quantity> quantities) {
    return new LedgerLine(
        time,
        "gateway",
        "id",
        "account",
        null,
        "aws.bedrock",
        model,
        "us-east-1",
        priceClass,
        Quantities.of(quantities),
        new UUID(0, 1));
  }

  private RatedEvent rate(String model, Map<MeterName, Quantity> quantities) {
    return rater.rate(event(T, model, PriceClass.NONE, quantities));
  }

  private static List<MeterName> unrated(RatedEvent rated) {
    return rated.unrated().stream().map(line -> line.usage().meter()).toList();
  }

  @Test
  void eachUsedMeterIsALineAndTheLinesAreTheSum() {
    RatedEvent rated =
        rate(
            HAIKU,
            Map.of(
                MeterName.REQUESTS, Quantity.ONE,
                MeterName.INPUT_TOKENS, Quantity.of(35),
                MeterName.OUTPUT_TOKENS, Quantity.of(446)));
    assertThat(rated.lines())
        .extracting(line -> line.usage().meter())
        .containsExactly(MeterName.INPUT_TOKENS, MeterName.OUTPUT_TOKENS);
    assertThat(rated.cost()).isEqualTo(new Money(new BigDecimal("0.00056625"), Money.usd()));
    assertThat(rated.isUnrated()).isFalse();
  }

  @Test
  void theRuleThatFoundThePriceIsKeptOnTheLine() {
    RatedEvent rated = rate("us." + HAIKU, Map.of(MeterName.INPUT_TOKENS, Quantity.of(1000)));
    assertThat(rated.lines())
        .singleElement()
        .satisfies(line -> assertThat(line.basis().rule()).isEqualTo(ModelRule.REGION_PREFIX));
  }

  @Test
  void usageOfAnUnknownModelIsUnratedAndNotFree() {
    RatedEvent rated = rate("someone.new-model", Map.of(MeterName.INPUT_TOKENS, Quantity.of(10)));
    assertThat(rated.isWhollyUnrated()).isTrue();
    assertThat(unrated(rated)).containsExactly(MeterName.INPUT_TOKENS);
    assertThat(rated.unrated().getFirst().reason()).isEqualTo(UnratedReason.UNKNOWN_MODEL);
  }

  @Test
  void aMeterWithoutPriceIsUnratedBesideThoseThatHaveOne() {
    RatedEvent rated =
        rate(
            HAIKU,
            Map.of(
                MeterName.INPUT_TOKENS, Quantity.of(255),
                MeterName.CACHE_WRITE_TOKENS, Quantity.of(24479)));
    assertThat(rated.isUnrated()).isTrue();
    assertThat(rated.isWhollyUnrated()).isFalse();
    assertThat(rated.cost().amount()).isEqualByComparingTo("0.00006375");
    assertThat(unrated(rated)).containsExactly(MeterName.CACHE_WRITE_TOKENS);
  }

  @Test
  void aFailedCallCostsNothingAndIsNotUnrated() {
    RatedEvent rated = rate(HAIKU, Map.of(MeterName.FAILED_REQUESTS, Quantity.ONE));
    assertThat(rated.lines()).isEmpty();
    assertThat(rated.isUnrated()).isFalse();
  }

  @Test
  void aPriceOfZeroIsFreeAndNotMissing() {
    RatedEvent rated =
        rate("amazon.titan-embed-text-v1", Map.of(MeterName.OUTPUT_TOKENS, Quantity.of(5)));
    assertThat(rated.lines()).hasSize(1);
    assertThat(rated.cost().amount()).isZero();
    assertThat(rated.isUnrated()).isFalse();
  }

  @Test
  void anImageOfAQualityNobodyPricedIsUnrated() {
    PriceClass ultra = PriceClass.of(Map.of("image_size", "512", "image_quality", "ultra"));
    LedgerLine event =
        event(T, "amazon.titan-image-generator-v1", ultra, Map.of(MeterName.IMAGES, Quantity.ONE));
    assertThat(rater.rate(event).isWhollyUnrated()).isTrue();
  }

  @Test
  void anEventsOwnSizePicksThePriceForAllOfIt() {
    RatingBooks books =
        PlainPrices.of(Rates.usd(new RequestSizeRate(Rates.bands("3", "200000", "6")), "1000000"))
            .books();
    EventRater sized = EventRating.of(books).rater(Money.usd());
    Map<MeterName, Quantity> large =
        Map.of(
            MeterName.INPUT_TOKENS, Quantity.of(100_000),
            MeterName.CACHE_READ_TOKENS, Quantity.of(100_001));
    Map<MeterName, Quantity> small = Map.of(MeterName.INPUT_TOKENS, Quantity.of(200_000));
    assertThat(sized.rate(event(T, Rates.GPT, PriceClass.NONE, large)).cost().amount())
        .isEqualByComparingTo("0.6");
    assertThat(sized.rate(event(T, Rates.GPT, PriceClass.NONE, small)).cost().amount())
        .isEqualByComparingTo("0.6");
    PriceClass huge = PriceClass.of(Map.of("context", "huge"));
    assertThat(sized.rate(event(T, Rates.GPT, huge, small)).unrated())
        .singleElement()
        .satisfies(line -> assertThat(line.reason()).isEqualTo(UnratedReason.UNKNOWN_CONTEXT_BAND));
  }

  @Test
  void pricesInOtherCurrenciesAreConvertedOrFlagged() {
    PriceLookup prices = PlainPrices.of(Rates.tariff(Rates.flat("2"), "1", "EUR")).lookup();
    LedgerLine event =
        event(T, Rates.GPT, PriceClass.NONE, Map.of(MeterName.INPUT_TOKENS, Quantity.of(3)));
    ExchangeLookup rates =
        (from, to, time) ->
            from.equals(Currency.getInstance("EUR")) && to.equals(Money.usd())
                ? Optional.of(new ExchangeLookup.Exchange(new UUID(1, 1), new BigDecimal("1.1")))
                : Optional.empty();
    RatingBooks with = new RatingBooks(prices, TermsLookup.NONE, rates, Attribution.NONE);
    assertThat(EventRating.of(with).rater(Money.usd()).rate(event).cost().toString())
        .isEqualTo("6.6 USD");
    assertThat(EventRating.of(RatingBooks.of(prices)).rater(Money.usd()).rate(event).unrated())
        .singleElement()
        .satisfies(line -> assertThat(line.reason()).isEqualTo(UnratedReason.NO_EXCHANGE_RATE));
  }

  @Property(tries = 50)
  void goingOnFromNotedSumsCostsWhatGoingOnDoes(
      @ForAll @IntRange(min = 0, max = 20) int cut, @ForAll List<@LongRange(max = 99) Long> used) {
    RatingBooks books =
        PlainPrices.of(Rates.usd(Rates.volume("3", "100", "2", "500", "1")))
            .from("2024-05-25T08:15:00Z", Rates.usd(Rates.volume("30", "100", "20")))
            .with(
                Rates.GPT,
                MeterName.OUTPUT_TOKENS,
                Rates.usd(Rates.blocks("7", "1")),
                Validity.ALWAYS,
                PlainPrices.KNOWN)
            .books();
    List<LedgerLine> events = new ArrayList<>();
    for (Long tokens : used) {
      Quantity quantity = Quantity.of(tokens);
      events.add(
          event(
              T.plusSeconds(60L * events.size()),
              Rates.GPT,
              PriceClass.NONE,
              Map.of(MeterName.INPUT_TOKENS, quantity, MeterName.OUTPUT_TOKENS, quantity)));
    }
    int middle = Math.min(cut, events.size());
    LineRater before = new LineRater(books);
    events.subList(0, middle).stream()
        .flatMap(event -> EventRater.usage(RollupGrain.PLAIN, event).stream())
        .forEach(before::prime);
    EventRater after = new EventRating(books, RollupGrain.PLAIN, before.sums()).rater(Money.usd());
    EventRater all = EventRating.of(books).rater(Money.usd());
    events.subList(0, middle).forEach(all::pass);

    for (LedgerLine event : events.subList(middle, events.size())) {
      assertThat(after.rate(event).cost()).isEqualTo(all.rate(event).cost());
    }
  }

  @Property(tries = 100)
  void splittingUsageDoesNotChangeWhatItCosts(
      @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long whole,
      @ForAll @LongRange(min = 0, max = 100) long percent) {
    EventRater each = rater(Prices.shippedBook());
    long part = whole / 100 * percent;
    BigDecimal together = cost(each, part).add(cost(each, whole - part));
    assertThat(together).isEqualByComparingTo(cost(each, whole));
  }

  private static BigDecimal cost(EventRater rater, long tokens) {
    return rater
        .rate(
            event(T, HAIKU, PriceClass.NONE, Map.of(MeterName.OUTPUT_TOKENS, Quantity.of(tokens))))
        .cost()
        .amount();
  }
}
