package io.ledgerline.report.rating;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.QuarterHour;
import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.Validity;
import io.ledgerline.report.pricing.PriceMatch;
import io.ledgerline.report.pricing.Prices;
import io.ledgerline.report.pricing.Tariff;
import io.ledgerline.report.pricing.imports.litellm.LitellmFormat;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** The sample trace, whose cost is known from elsewhere. */
class AzureTraceGoldenTest {
  private static final String TRACE = "/io/ledgerline/local/demo/AzureLLMInferenceTrace_code.csv";
  private static final Dimensions CODE = Rates.of("azure", Rates.GPT);
  private static final Instant FROM = Instant.parse("2023-11-16T00:00:00Z");
  private static final Instant TO = Instant.parse("2023-11-17T00:00:00Z");

  @Test
  void atThePricesOfGpt4oTheTraceCostsWhatItCosts() throws IOException {
    RatingCase rated =
        RatingCase.of(prices("0.0000025", "0.00001", "1").books(), FROM, TO, trace(CODE));
    assertThat(rated.usd().toPlainString()).isEqualTo("47.608895");
    assertThat(rated.totals().unrated()).isEmpty();
  }

  @Test
  void pricesPerMillionCostTheSame() throws IOException {
    RatingCase rated = RatingCase.of(prices("2.5", "10", "1000000").books(), FROM, TO, trace(CODE));
    assertThat(rated.usd().toPlainString()).isEqualTo("47.608895");
  }

  /** The prices themselves are read from the map, too. */
  @Test
  void atTheShippedMapsPricesOfGpt4oItCostsTheSame() throws IOException {
    RatingBooks books =
        RatingBooks.of(
            new BookPrices(
                Prices.book(
                    Prices.KNOWN,
                    shippedMap().stream()
                        .map(d -> Prices.entry(d.key(), d.value(), d.validity(), Prices.KNOWN))
                        .toList())));
    RatingCase rated = RatingCase.of(books, FROM, TO, trace(Rates.of("openai", "gpt-4o")));
    assertThat(rated.usd().toPlainString()).isEqualTo("47.608895");
    assertThat(rated.totals().unrated()).isEmpty();
  }

  private static List<Draft<PriceMatch, Tariff>> shippedMap() throws IOException {
    try (InputStream map =
        new GZIPInputStream(
            AzureTraceGoldenTest.class.getResourceAsStream(
                "/price-lists/litellm-model-map.json.gz"))) {
      return LitellmFormat.read(map, Validity.ALWAYS).entries();
    }
  }

  private static PlainPrices prices(String input, String output, String per) {
    return PlainPrices.of(Rates.usd(Rates.flat(input), per))
        .with(
            Rates.GPT,
            MeterName.OUTPUT_TOKENS,
            Rates.usd(Rates.flat(output), per),
            Validity.ALWAYS,
            PlainPrices.KNOWN);
  }

  private static List<UsageLine> trace(Dimensions service) throws IOException {
    List<UsageLine> lines = new ArrayList<>();
    try (InputStream in = AzureTraceGoldenTest.class.getResourceAsStream(TRACE);
        BufferedReader text =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      text.readLine();
      for (String row = text.readLine(); row != null; row = text.readLine()) {
        String[] cells = row.split(",");
        Instant time = Instant.parse(cells[0].replace(' ', 'T') + "Z");
        Instant quarter = QuarterHour.of(time).start();
        lines.add(Rates.used(quarter, service, MeterName.INPUT_TOKENS, cells[1]));
        lines.add(Rates.used(quarter, service, MeterName.OUTPUT_TOKENS, cells[2]));
      }
    }
    return lines;
  }
}
