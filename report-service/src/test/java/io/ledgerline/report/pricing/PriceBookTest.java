package io.ledgerline.report.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.Money;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.report.book.Validity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PriceBookTest {
  private static final Instant T = Instant.parse("2024-05-25T08:00:00Z");
  private static final PriceMatch TOKENS =
      new PriceMatch(null, "m", MeterName.INPUT_TOKENS, PriceClass.NONE);

  private static Optional<BigDecimal> find(PriceBook book, String provider, PriceClass has) {
    return book.find(provider, "m", MeterName.INPUT_TOKENS, has, T).map(p -> p.price().rate());
  }

  private static PriceBook book(Price... prices) {
    return new PriceBook(T, Money.usd(), List.of(prices));
  }

  @Test
  void whatWasLearntLastCounts() {
    Price first = Prices.price(TOKENS, "1", 1000, Prices.KNOWN);
    Price corrected = Prices.price(TOKENS, "2", 1000, Prices.KNOWN.plusSeconds(1));
    assertThat(find(book(first, corrected), null, PriceClass.NONE)).contains(new BigDecimal("2"));
    assertThat(find(book(corrected, first), null, PriceClass.NONE)).contains(new BigDecimal("2"));
  }

  @Test
  void whatWasLearntLaterThanTheMarkIsNotKnown() {
    Price first = Prices.price(TOKENS, "1", 1000, Prices.KNOWN);
    Price later = Prices.price(TOKENS, "2", 1000, T.plusNanos(1000));
    assertThat(find(book(first, later), null, PriceClass.NONE)).contains(new BigDecimal("1"));
  }

  @Test
  void aPriceCountsFromItsStartToBeforeItsEnd() {
    Price price =
        new Price(
            UUID.randomUUID(),
            TOKENS,
            new UnitPrice(BigDecimal.ONE, 1000, Money.usd()),
            new Validity(T, T.plusSeconds(900)),
            Prices.KNOWN,
            "test",
            "test");
    PriceBook book = book(price);
    assertThat(at(book, T.minusNanos(1))).isEmpty();
    assertThat(at(book, T)).isPresent();
    assertThat(at(book, T.plusSeconds(900).minusNanos(1))).isPresent();
    assertThat(at(book, T.plusSeconds(900))).isEmpty();
  }

  private static Optional<Price> at(PriceBook book, Instant time) {
    return book.find(null, "m", MeterName.INPUT_TOKENS, PriceClass.NONE, time);
  }

  @Test
  void theMoreSpecificMatchWins() {
    PriceClass batch = PriceClass.of(Map.of("tier", "batch"));
    Price general = Prices.price(TOKENS, "1", 1000, Prices.KNOWN.plusSeconds(5));
    Price forBatch =
        Prices.price(
            new PriceMatch(null, "m", MeterName.INPUT_TOKENS, batch), "0.5", 1000, Prices.KNOWN);
    PriceBook book = book(general, forBatch);
    assertThat(find(book, null, batch)).contains(new BigDecimal("0.5"));
    assertThat(find(book, null, PriceClass.NONE)).contains(new BigDecimal("1"));
    assertThat(find(book, null, PriceClass.of(Map.of("tier", "batch", "x", "y"))))
        .contains(new BigDecimal("0.5"));
  }

  @Test
  void aPriceOfAnotherProviderIsNotUsed() {
    PriceMatch ofBedrock =
        new PriceMatch("aws.bedrock", "m", MeterName.INPUT_TOKENS, PriceClass.NONE);
    PriceBook book = book(Prices.price(ofBedrock, "1", 1000, Prices.KNOWN));
    assertThat(find(book, "aws.bedrock", PriceClass.NONE)).isPresent();
    assertThat(find(book, "openai", PriceClass.NONE)).isEmpty();
    assertThat(find(book, null, PriceClass.NONE)).isEmpty();
  }

  @Test
  void pricesInOtherCurrenciesStayOutside() {
    Price price = Prices.price(TOKENS, "1", 1000, Prices.KNOWN);
    PriceBook euros = new PriceBook(T, Currency.getInstance("EUR"), Collections.singleton(price));
    assertThat(find(euros, null, PriceClass.NONE)).isEmpty();
    assertThat(euros.knows("m")).isFalse();
  }
}
