package io.ledgerline.report.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.Money;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.contracts.usage.Quantities;
import io.ledgerline.contracts.usage.Quantity;
import io.ledgerline.report.book.Validity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RaterTest {
  private static final Instant T = Instant.parse("2024-05-25T08:00:00Z");
  private static final String HAIKU = "anthropic.claude-3-haiku-20240307-v1:0";
  private final Rater rater = new Rater(Prices.shippedBook(), Money.usd());

  private Rated rate(String model, Map<MeterName, Quantity> quantities) {
    return rater.rate(
        new Usage(T, "aws.bedrock", model, null, null, PriceClass.NONE, Quantities.of(quantities)));
  }

  @Test
  void eachUsedMeterIsALineAndTheLinesAreTheSum() {
    Rated rated =
        rate(
            HAIKU,
            Map.of(
                MeterName.REQUESTS, Quantity.ONE,
                MeterName.INPUT_TOKENS, Quantity.of(35),
                MeterName.OUTPUT_TOKENS, Quantity.of(446)));
    assertThat(rated.lines())
        .extracting(RatedLine::meter)
        .containsExactly(MeterName.INPUT_TOKENS, MeterName.OUTPUT_TOKENS);
    assertThat(rated.cost()).isEqualTo(new Money(new BigDecimal("0.00056625"), Money.usd()));
    assertThat(rated.isUnrated()).isFalse();
  }

  @Test
  void theRuleThatFoundThePriceIsKeptOnTheLine() {
    Rated rated = rate("us." + HAIKU, Map.of(MeterName.INPUT_TOKENS, Quantity.of(1000)));
    assertThat(rated.lines())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.rule()).isEqualTo(ModelRule.REGION_PREFIX);
              assertThat(line.priceId()).isNotNull();
            });
  }

  @Test
  void usageOfAnUnknownModelIsUnratedAndNotFree() {
    Rated rated = rate("someone.new-model", Map.of(MeterName.INPUT_TOKENS, Quantity.of(10)));
    assertThat(rated.isWhollyUnrated()).isTrue();
    assertThat(rated.unrated()).containsOnlyKeys(MeterName.INPUT_TOKENS);
  }

  @Test
  void aMeterWithoutPriceIsUnratedBesideThoseThatHaveOne() {
    Rated rated =
        rate(
            HAIKU,
            Map.of(
                MeterName.INPUT_TOKENS, Quantity.of(255),
                MeterName.CACHE_WRITE_TOKENS, Quantity.of(24479)));
    assertThat(rated.isUnrated()).isTrue();
    assertThat(rated.isWhollyUnrated()).isFalse();
    assertThat(rated.cost().amount()).isEqualByComparingTo("0.00006375");
    assertThat(rated.unrated()).containsOnlyKeys(MeterName.CACHE_WRITE_TOKENS);
  }

  @Test
  void aFailedCallCostsNothingAndIsNotUnrated() {
    Rated rated = rate(HAIKU, Map.of(MeterName.FAILED_REQUESTS, Quantity.ONE));
    assertThat(rated.lines()).isEmpty();
    assertThat(rated.isUnrated()).isFalse();
  }

  @Test
  void aPriceOfZeroIsFreeAndNotMissing() {
    Rated rated =
        rate("amazon.titan-embed-text-v1", Map.of(MeterName.OUTPUT_TOKENS, Quantity.of(5)));
    assertThat(rated.lines()).hasSize(1);
    assertThat(rated.cost().amount()).isZero();
    assertThat(rated.isUnrated()).isFalse();
  }

  @Test
  void anImageOfAQualityNobodyPricedIsUnrated() {
    Usage usage =
        new Usage(
            T,
            "aws.bedrock",
            "amazon.titan-image-generator-v1",
            null,
            null,
            PriceClass.of(Map.of("image_size", "512", "image_quality", "ultra")),
            Quantities.of(MeterName.IMAGES, 1));
    assertThat(rater.rate(usage).isWhollyUnrated()).isTrue();
  }

  @Test
  void theSizeOfARequestPicksOnePriceForAllOfIt() {
    PriceMatch tokens = Prices.alias("sized", MeterName.INPUT_TOKENS, PriceClass.NONE);
    Bands bands =
        new Bands(
            List.of(
                new Band(null, new BigDecimal("200000"), new BigDecimal("3")),
                new Band(new BigDecimal("200000"), null, new BigDecimal("6"))));
    Tariff tariff =
        new Tariff(
            new RequestSizeRate(bands),
            new PriceUnit(BigDecimal.valueOf(1_000_000), "token"),
            Money.usd());
    Rater sized =
        new Rater(
            Prices.book(
                Prices.KNOWN, List.of(Prices.entry(tokens, tariff, Validity.ALWAYS, Prices.KNOWN))),
            Money.usd());
    assertThat(cost(sized, Map.of())).isEqualByComparingTo("3");
    assertThat(cost(sized, Map.of("context", "128k"))).isEqualByComparingTo("3");
    assertThat(cost(sized, Map.of("context", "200k"))).isEqualByComparingTo("6");
    assertThat(cost(sized, Map.of("context", "huge"))).isZero();
  }

  private static BigDecimal cost(Rater rater, Map<String, String> priceClass) {
    Quantities quantities = Quantities.of(MeterName.INPUT_TOKENS, 1_000_000);
    return rater
        .rate(new Usage(T, null, "sized", null, null, PriceClass.of(priceClass), quantities))
        .cost()
        .amount();
  }

  @Property(tries = 200)
  void splittingUsageDoesNotChangeWhatItCosts(
      @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long whole,
      @ForAll @LongRange(min = 0, max = 100) long percent) {
    Rater each = new Rater(Prices.shippedBook(), Money.usd());
    long part = whole / 100 * percent;
    BigDecimal together = cost(each, part).add(cost(each, whole - part));
    assertThat(together).isEqualByComparingTo(cost(each, whole));
  }

  private static BigDecimal cost(Rater rater, long tokens) {
    Quantities quantities = Quantities.of(MeterName.OUTPUT_TOKENS, tokens);
    return rater
        .rate(new Usage(T, null, HAIKU, null, null, PriceClass.NONE, quantities))
        .cost()
        .amount();
  }
}
