package io.ledgerline.report.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.report.book.Entry;
import io.ledgerline.report.book.Validity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PriceBookTest {
  private static final Instant T = Instant.parse("2024-05-25T08:00:00Z");
  private static final PriceMatch TOKENS =
      Prices.alias("m", MeterName.INPUT_TOKENS, PriceClass.NONE);

  private static BigDecimal find(PriceBook book, String provider, PriceClass has) {
    return at(book, provider, has, T);
  }

  private static BigDecimal at(PriceBook book, String provider, PriceClass has, Instant time) {
    PriceQuestion asked = new PriceQuestion(provider, "m", null, null, MeterName.INPUT_TOKENS, has);
    Finding found = book.find(asked, time);
    return found.isFound() ? ((FlatRate) found.price().value().rate()).price() : null;
  }

  private static PriceBook book(List<Entry<PriceMatch, Tariff>> prices) {
    return Prices.book(T, prices);
  }

  @Test
  void whatWasLearntLastCounts() {
    Entry<PriceMatch, Tariff> first = Prices.price(TOKENS, "1", 1000, Prices.KNOWN);
    Entry<PriceMatch, Tariff> corrected =
        Prices.price(TOKENS, "2", 1000, Prices.KNOWN.plusSeconds(1));
    assertThat(find(book(List.of(first, corrected)), null, PriceClass.NONE)).isEqualTo("2");
    assertThat(find(book(List.of(corrected, first)), null, PriceClass.NONE)).isEqualTo("2");
  }

  @Test
  void whatWasLearntLaterThanTheMarkIsNotKnown() {
    Entry<PriceMatch, Tariff> first = Prices.price(TOKENS, "1", 1000, Prices.KNOWN);
    Entry<PriceMatch, Tariff> later = Prices.price(TOKENS, "2", 1000, T.plusNanos(1000));
    assertThat(find(book(List.of(first, later)), null, PriceClass.NONE)).isEqualTo("1");
  }

  @Test
  void aPriceCountsFromItsStartToBeforeItsEnd() {
    PriceBook book =
        book(
            List.of(
                Prices.entry(
                    TOKENS,
                    Prices.flat("1", 1000),
                    new Validity(T, T.plusSeconds(900)),
                    Prices.KNOWN)));
    assertThat(at(book, null, PriceClass.NONE, T.minusNanos(1))).isNull();
    assertThat(at(book, null, PriceClass.NONE, T)).isNotNull();
    assertThat(at(book, null, PriceClass.NONE, T.plusSeconds(900).minusNanos(1))).isNotNull();
    assertThat(at(book, null, PriceClass.NONE, T.plusSeconds(900))).isNull();
  }

  @Test
  void theMoreSpecificMatchWins() {
    PriceClass batch = PriceClass.of(Map.of("tier", "batch"));
    PriceBook book =
        book(
            List.of(
                Prices.price(TOKENS, "1", 1000, Prices.KNOWN.plusSeconds(5)),
                Prices.price(
                    Prices.alias("m", MeterName.INPUT_TOKENS, batch), "0.5", 1000, Prices.KNOWN)));
    assertThat(find(book, null, batch)).isEqualTo("0.5");
    assertThat(find(book, null, PriceClass.NONE)).isEqualTo("1");
    assertThat(find(book, null, PriceClass.of(Map.of("tier", "batch", "x", "y")))).isEqualTo("0.5");
  }

  @Test
  void aPriceOfAnotherProviderIsNotUsed() {
    PriceMatch ofBedrock =
        new PriceMatch(
            "aws.bedrock",
            ModelSelector.alias("m"),
            null,
            null,
            MeterName.INPUT_TOKENS,
            PriceClass.NONE);
    PriceBook book = book(List.of(Prices.price(ofBedrock, "1", 1000, Prices.KNOWN)));
    assertThat(find(book, "aws.bedrock", PriceClass.NONE)).isNotNull();
    assertThat(find(book, "openai", PriceClass.NONE)).isNull();
  }
}
