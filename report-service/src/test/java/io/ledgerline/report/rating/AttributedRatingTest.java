package io.ledgerline.report.rating;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.report.attribution.AttributionBook;
import io.ledgerline.report.attribution.RuleMatch;
import io.ledgerline.report.attribution.RuleTarget;
import io.ledgerline.report.attribution.Rules;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.Validity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Rating by real attribution rules: cost follows who pays, at the quarter hour of use. */
class AttributedRatingTest {
  private static final Instant MOVED = Instant.parse("2024-01-15T10:15:00Z");
  private static final Dimensions ATLAS =
      new Dimensions(
          "account", null, null, "atlas", "openai", Rates.GPT, null, null, PriceClass.NONE);
  private static final List<Draft<RuleMatch, RuleTarget>> LEARNT =
      List.of(
          Rules.rule(Map.of("project", "atlas"), "one"),
          Rules.rule(Map.of("project", "atlas"), "two", new Validity(MOVED, null)),
          Rules.rule(Map.of("project", "atlas"), "three", new Validity(MOVED, null)));

  private static Map<String, String> costs(int known) {
    AttributionBook book =
        new AttributionBook(
            Rules.book(
                Rules.centre("one", null), Rules.centre("two", null), Rules.centre("three", null)),
            Rules.book(LEARNT, Rules.learnt(known)));
    PriceLookup prices = PlainPrices.of(Rates.tariff(Rates.flat("1"), "1", "EUR")).lookup();
    RatingCase rated =
        RatingCase.january(
            new RatingBooks(prices, TermsLookup.NONE, ExchangeLookup.NONE, book),
            used("2024-01-01T00:00:00Z", ATLAS, "1"),
            used("2024-01-15T10:00:00Z", ATLAS, "10"),
            used("2024-01-15T10:15:00Z", ATLAS, "100"),
            used("2024-01-31T23:45:00Z", ATLAS, "1000"),
            used("2024-01-31T23:45:00Z", Rates.of("account", Rates.GPT), "5"));
    Map<String, BigDecimal> sums = new TreeMap<>();
    rated
        .rated()
        .forEach(
            line ->
                sums.merge(
                    line.basis().payer().costCentre(),
                    line.costs().normal().list(),
                    BigDecimal::add));
    Map<String, String> texts = new TreeMap<>();
    sums.forEach((centre, sum) -> texts.put(centre, sum.stripTrailingZeros().toPlainString()));
    return texts;
  }

  private static UsageLine used(String time, Dimensions dimensions, String quantity) {
    return Rates.used(Instant.parse(time), dimensions, MeterName.INPUT_TOKENS, quantity);
  }

  @Test
  void aProjectThatMovesMidMonthIsSplitWhereItMoved() {
    assertThat(costs(1)).isEqualTo(Map.of("one", "11", "suspense", "5", "two", "1100"));
  }

  @Test
  void aRuleLearntLaterReattributesThePeriodAndTheOldMarkReprintsItAsItWas() {
    assertThat(costs(0)).isEqualTo(Map.of("one", "1111", "suspense", "5"));
    assertThat(costs(2)).isEqualTo(Map.of("one", "11", "suspense", "5", "three", "1100"));
    assertThat(costs(1)).isEqualTo(Map.of("one", "11", "suspense", "5", "two", "1100"));
    assertThat(costs(0)).isEqualTo(Map.of("one", "1111", "suspense", "5"));
  }
}
