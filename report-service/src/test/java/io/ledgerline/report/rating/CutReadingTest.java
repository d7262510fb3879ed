package io.ledgerline.report.rating;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.AccessScope;
import io.ledgerline.contracts.Money;
import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.contracts.usage.Quantities;
import io.ledgerline.report.ledger.LedgerDetail;
import io.ledgerline.report.ledger.LedgerLine;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CutReadingTest {
  private static final Instant NOON = Instant.parse("2024-01-05T12:00:00Z");

  /** Account 'moving' belongs to 'lab' below 'research' until noon, then to 'sales'. */
  private static final Attribution MOVING =
      new Attribution() {
        @Override
        public Payer payer(Dimensions usage, Instant time) {
          return usage.sourceAccount().equals("moving")
              ? new Payer(time.isBefore(NOON) ? "lab" : "sales", null, null)
              : Payer.NOBODY;
        }

        @Override
        public Set<String> upwards(String costCentre, Instant time) {
          return costCentre.equals("lab") ? Set.of("lab", "research") : Set.of(costCentre);
        }
      };

  private static final RatingBooks BOOKS = books(PlainPrices.none());

  private static RatingBooks books(PlainPrices prices) {
    return new RatingBooks(prices.lookup(), TermsLookup.NONE, ExchangeLookup.NONE, MOVING);
  }

  private static LedgerLine event(String account, String time) {
    return new LedgerLine(
        Instant.parse("2024-01-05T" + time),
        "gateway",
        account + time,
        account,
        null,
        "openai",
        Rates.GPT,
        null,
        PriceClass.NONE,
        Quantities.of(MeterName.INPUT_TOKENS, 1),
        new UUID(0, 1));
  }

  private static final LedgerDetail DETAIL =
      taker -> {
        for (LedgerLine line :
            List.of(
                event("one", "08:00:00Z"),
                event("moving", "09:00:00Z"),
                event("two", "10:00:00Z"),
                event("moving", "13:00:00Z"))) {
          taker.take(line);
        }
      };

  private static List<String> seen(AccessScope scope, List<String> others) throws IOException {
    List<String> seen = new ArrayList<>();
    new CutReading(scope, EventRating.of(BOOKS))
        .over(DETAIL, line -> others.add(line.id()))
        .forEach(line -> seen.add(line.id()));
    return seen;
  }

  @Test
  void whoeverHasNoScopeSeesEverything() throws IOException {
    assertThat(seen(null, new ArrayList<>())).hasSize(4);
  }

  @Test
  void anAccountThatMovesIsSeenUntilItMoves() throws IOException {
    List<String> others = new ArrayList<>();
    assertThat(seen(new AccessScope(Set.of("o*"), Set.of("research")), others))
        .containsExactly("one08:00:00Z", "moving09:00:00Z");
    assertThat(others).containsExactly("two10:00:00Z", "moving13:00:00Z");
    assertThat(seen(new AccessScope(null, Set.of("sales")), others))
        .containsExactly("moving13:00:00Z");
  }

  @Test
  void anAccountThatIsNamedIsSeenWhoeverPays() throws IOException {
    assertThat(seen(new AccessScope(Set.of("moving"), null), new ArrayList<>()))
        .containsExactly("moving09:00:00Z", "moving13:00:00Z");
  }

  @Test
  void whatIsNotSeenCountsWherePricesAddUp() throws IOException {
    PlainPrices prices = PlainPrices.of(Rates.usd(Rates.graduated("3", "2", "2")));
    CutReading reading =
        new CutReading(new AccessScope(null, Set.of("sales")), EventRating.of(books(prices)));
    EventRater rater = reading.rating().rater(Money.usd());
    List<String> costs = new ArrayList<>();
    reading
        .over(DETAIL, line -> {})
        .forEach(line -> costs.add(rater.rate(line).cost().amount().toPlainString()));
    // The three events before it, which are not seen, have used up the first band.
    assertThat(costs).containsExactly("2");
  }

  @Test
  void readingEndsWhenTheReaderHasEnough() throws IOException {
    List<String> seen = new ArrayList<>();
    boolean whole =
        new CutReading(new AccessScope(Set.of("moving"), null), EventRating.of(BOOKS))
            .over(DETAIL, line -> {})
            .forEachWhile(line -> seen.add(line.id()) && seen.size() < 1);
    assertThat(whole).isFalse();
    assertThat(seen).containsExactly("moving09:00:00Z");
  }
}
