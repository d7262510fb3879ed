package io.ledgerline.report.pricing.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.Entry;
import io.ledgerline.report.book.Register;
import io.ledgerline.report.pricing.Finding;
import io.ledgerline.report.pricing.PriceBook;
import io.ledgerline.report.pricing.PriceMatch;
import io.ledgerline.report.pricing.PriceOverlaps;
import io.ledgerline.report.pricing.PriceQuestion;
import io.ledgerline.report.pricing.Prices;
import io.ledgerline.report.pricing.Tariff;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShippedListsTest {
  private static final Instant TIME = Instant.parse("2026-08-06T12:00:00Z");
  private static final List<ShippedLists.Shipped> LISTS = ShippedLists.all();
  private static final Register<PriceMatch, Tariff> REGISTER =
      new Register<>(
          Prices.KNOWN,
          LISTS.stream()
              .flatMap(shipped -> shipped.list().entries().stream())
              .map(ShippedListsTest::learnt)
              .toList());
  private static final PriceBook BOOK = new PriceBook(REGISTER);

  @Test
  void noTwoOfThemPriceTheSameUsage() {
    assertThat(REGISTER.keys())
        .hasSize(LISTS.stream().mapToInt(shipped -> shipped.list().entries().size()).sum());
    assertThat(PriceOverlaps.among(REGISTER, REGISTER.keys(), 10)).isEmpty();
  }

  @Test
  void theBookTakesThemOneAfterTheOther() {
    Register<PriceMatch, Tariff> book = new Register<>(Prices.KNOWN, List.of());
    for (ShippedLists.Shipped shipped : LISTS) {
      assertThat(PriceKind.PRICES.check(book, shipped.list().entries())).isEmpty();
      book = book.supposing(shipped.list().entries());
    }
  }

  @Test
  void eachSaysWhereItIsFromAndOfWhichDay() {
    assertThat(LISTS)
        .extracting(ShippedLists.Shipped::source)
        .containsExactly(
            "LiteLLM model map, copy of 2026-08-06 (MIT)",
            "AWS sample price list model_price.csv, commit 07e6644 (MIT-0)");
  }

  @ParameterizedTest
  @CsvSource({
    "meta.llama3-8b-instruct-v1:0, us-east-1, input_tokens",
    "us.anthropic.claude-3-haiku-20240307-v1:0, us-east-1, output_tokens",
    "anthropic.claude-instant-v1, eu-central-1, input_tokens"
  })
  void whatTheAwsSamplePricesIsPricedByItAlone(String model, String region, String meter) {
    assertThat(find("aws.bedrock", model, region, meter).price().value().unit().per())
        .isEqualByComparingTo("1000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "openai        | gpt-4o                                       | -            | input_tokens      | 0.0000025",
        "openai        | gpt-4o-2024-08-06                            | -            | output_tokens     | 0.00001",
        "azure         | gpt-4o                                       | -            | output_tokens     | 0.00001",
        "aws.bedrock   | eu.anthropic.claude-sonnet-4-5-20250929-v1:0 | eu-central-1 | cache_read_tokens | 3.3E-7",
        "aws.bedrock   | minimax.minimax-m2.1                         | eu-north-1   | input_tokens      | 3.6E-7"
      })
  void modelsOfTheMapFindTheirPrice(
      String provider, String model, String region, String meter, String price) {
    Finding found = find(provider, model, region.equals("-") ? null : region, meter);
    assertThat(found.isFound()).isTrue();
    assertThat(found.price().value().rate().toString()).contains(price);
  }

  private static Finding find(String provider, String model, String region, String meter) {
    return BOOK.find(
        new PriceQuestion(provider, model, region, null, new MeterName(meter), PriceClass.NONE),
        TIME);
  }

  private static Entry<PriceMatch, Tariff> learnt(Draft<PriceMatch, Tariff> draft) {
    return Prices.entry(draft.key(), draft.value(), draft.validity(), Prices.KNOWN);
  }
}
