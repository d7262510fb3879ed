package io.ledgerline.report.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.report.book.Entry;
import io.ledgerline.report.book.Provenance;
import io.ledgerline.report.book.Validity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

  private static Entry<PriceMatch, Tariff> of(String provider, ModelSelector model, String rate) {
    PriceMatch match =
        new PriceMatch(provider, model, null, null, MeterName.INPUT_TOKENS, PriceClass.NONE);
    return Prices.price(match, rate, 1000, Prices.KNOWN);
  }

  private static UnratedReason reason(PriceBook book, String provider) {
    PriceQuestion asked =
        new PriceQuestion(provider, "m", null, null, MeterName.INPUT_TOKENS, PriceClass.NONE);
    return book.find(asked, T).reason();
  }

  @Test
  void aPriceOfAnotherProviderIsNotUsed() {
    PriceBook book = book(List.of(of("aws.bedrock", ModelSelector.alias("m"), "1")));
    assertThat(find(book, "aws.bedrock", PriceClass.NONE)).isNotNull();
    assertThat(reason(book, "openai")).isEqualTo(UnratedReason.NO_PRICE);
  }

  @Test
  void providersAreComparedByFamily() {
    PriceBook book = book(List.of(of("bedrock_converse", ModelSelector.alias("m"), "1")));
    assertThat(find(book, "aws.bedrock", PriceClass.NONE)).isEqualTo("1");
    assertThat(find(book, "bedrock", PriceClass.NONE)).isEqualTo("1");
    assertThat(find(book, "Amazon-Bedrock", PriceClass.NONE)).isEqualTo("1");
  }

  @Test
  void usageWithoutAProviderHasThePriceOfTheOnlyOneThereIs() {
    ModelSelector m = ModelSelector.alias("m");
    assertThat(find(book(List.of(of("azure", m, "1"))), null, PriceClass.NONE)).isEqualTo("1");
    PriceBook two = book(List.of(of("azure", m, "1"), of("openai", m, "2")));
    assertThat(reason(two, null)).isEqualTo(UnratedReason.AMBIGUOUS_PROVIDER);
    assertThat(find(two, "openai", PriceClass.NONE)).isEqualTo("2");
    PriceBook andForAny =
        book(List.of(of("azure", m, "1"), of("openai", m, "2"), of(null, m, "3")));
    assertThat(find(andForAny, null, PriceClass.NONE)).isEqualTo("3");
    assertThat(find(andForAny, "groq", PriceClass.NONE)).isEqualTo("3");
    assertThat(find(andForAny, "azure", PriceClass.NONE)).isEqualTo("1");
  }

  @Test
  void exactGoesBeforeAliasBeforeTheLongerPatternBeforeAny() {
    List<Entry<PriceMatch, Tariff>> all =
        List.of(
            of(null, ModelSelector.exact("m"), "1"),
            of("azure", ModelSelector.alias("m"), "2"),
            of("azure", ModelSelector.pattern("m*"), "3"),
            of("azure", ModelSelector.pattern("*"), "4"),
            of("azure", ModelSelector.ANY, "5"));
    for (int i = 0; i < all.size(); i++) {
      assertThat(find(book(all.subList(i, all.size())), "azure", PriceClass.NONE))
          .isEqualTo(Integer.toString(i + 1));
    }
  }

  @Test
  void aPatternFitsWhatIsInsideTheNameToo() {
    PriceBook book = book(List.of(of(null, ModelSelector.pattern("anthropic.*"), "1")));
    PriceQuestion asked =
        new PriceQuestion(
            null,
            "us.anthropic.claude-opus-5",
            null,
            null,
            MeterName.INPUT_TOKENS,
            PriceClass.NONE);
    assertThat(book.find(asked, T).rule()).isEqualTo(ModelRule.PATTERN);
  }

  @Test
  void whatIsTheCustomersOwnHasNoPriceBecauseOfWhatItsNameContains() {
    PriceBook book =
        book(
            List.of(
                of(null, ModelSelector.pattern("*claude*"), "1"),
                of(null, ModelSelector.pattern("arn:*:provisioned-model/*"), "2")));
    String arn = "arn:aws:bedrock:us-east-1:123456789012:";
    assertThat(book.find(asked(arn + "custom-model/anthropic.claude/1"), T).isFound()).isFalse();
    Finding reserved = book.find(asked(arn + "provisioned-model/claude"), T);
    assertThat(reserved.price().key().model().text()).startsWith("arn:");
    assertThat(book.find(asked(arn + "foundation-model/anthropic.claude"), T).isFound()).isTrue();
  }

  private static PriceQuestion asked(String model) {
    return new PriceQuestion(null, model, null, null, MeterName.INPUT_TOKENS, PriceClass.NONE);
  }

  @Test
  void aWithdrawnPriceIsNoneAndLetsALessSpecificOneCount() {
    Entry<PriceMatch, Tariff> price = of(null, ModelSelector.exact("m"), "1");
    Entry<PriceMatch, Tariff> withdrawal =
        new Entry<>(
            new UUID(0, 1), price.key(), null, Validity.ALWAYS, T, new Provenance("test", "test"));
    assertThat(reason(book(List.of(price, withdrawal)), null)).isEqualTo(UnratedReason.WITHDRAWN);
    assertThat(
            find(Prices.book(T.minusNanos(1), List.of(price, withdrawal)), null, PriceClass.NONE))
        .isEqualTo("1");
    Entry<PriceMatch, Tariff> general = of(null, ModelSelector.ANY, "2");
    assertThat(find(book(List.of(price, withdrawal, general)), null, PriceClass.NONE))
        .isEqualTo("2");
  }

  @Test
  void theReasonTellsWhatIsMissing() {
    PriceBook book = book(List.of(Prices.perThousand("m", MeterName.OUTPUT_TOKENS, "1")));
    assertThat(reason(book, null)).isEqualTo(UnratedReason.NO_PRICE);
    assertThat(book.find(asked("n"), T).reason()).isEqualTo(UnratedReason.UNKNOWN_MODEL);
    assertThat(book.find(asked(null), T).reason()).isEqualTo(UnratedReason.NO_MODEL);
  }

  @Test
  void aPriceForAnyModelIsForUsageWithoutOneToo() {
    PriceBook book = book(List.of(of(null, ModelSelector.ANY, "1")));
    assertThat(book.find(asked(null), T).rule()).isEqualTo(ModelRule.ANY);
    assertThat(book.find(asked("whatever"), T).rule()).isEqualTo(ModelRule.ANY);
  }
}
