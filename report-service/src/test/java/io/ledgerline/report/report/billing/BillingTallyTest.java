package io.ledgerline.report.report.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.Period;
import io.ledgerline.contracts.usage.Labels;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.contracts.usage.Quantities;
import io.ledgerline.contracts.usage.Quantity;
import io.ledgerline.report.ledger.LedgerLine;
import io.ledgerline.report.pricing.Prices;
import io.ledgerline.report.rating.BookPrices;
import io.ledgerline.report.rating.EventRating;
import io.ledgerline.report.rating.RatingBooks;
import io.ledgerline.report.report.ExplainedLine;
import io.ledgerline.report.report.LineQuestion;
import io.ledgerline.report.report.grouped.GroupLine;
import io.ledgerline.report.report.grouped.GroupSum;
import io.ledgerline.report.report.grouped.GroupTally;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BillingTallyTest {
  private static final String HAIKU = "anthropic.claude-3-haiku-20240307-v1:0";
  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final EventRating RATING =
      EventRating.of(RatingBooks.of(new BookPrices(Prices.shippedBook())));

  private static LedgerLine event(
      String time, String endpoint, String model, String principal, long input, long output) {
    return new LedgerLine(
        Instant.parse(time),
        "gateway",
        time + endpoint,
        "acct",
        principal,
        "aws.bedrock",
        model,
        "us-east-1",
        PriceClass.NONE,
        Quantities.of(
            Map.of(
                MeterName.INPUT_TOKENS, Quantity.of(input),
                MeterName.OUTPUT_TOKENS, Quantity.of(output))),
        new UUID(0, 1),
        null,
        null,
        null,
        endpoint,
        Labels.NONE);
  }

  private static GroupTally<BillingKey> tally(ZoneId zone, List<LedgerLine> events) {
    GroupTally<BillingKey> tally = new GroupTally<>(RATING, BillingSheet.lines(zone).keyOf());
    events.forEach(tally::add);
    return tally;
  }

  private static final List<LedgerLine> NOVEMBER =
      List.of(
          event("2024-11-06T23:59:59.999Z", "analyze", HAIKU, "ann", 100, 0),
          event("2024-11-07T00:00:00Z", "analyze", HAIKU, "ann", 10, 0),
          event("2024-11-07T12:00:00Z", "chat", HAIKU, "bob", 20, 30),
          event("2024-11-07T23:59:59.999Z", "analyze", HAIKU, "ann", 40, 0),
          event("2024-11-08T00:00:00Z", "analyze", "new.model", "ann", 1000, 0));

  private static List<List<Object>> rows(GroupTally<BillingKey> tally) {
    List<List<Object>> rows = new ArrayList<>();
    tally.lines().forEach((key, sum) -> rows.add(BillingSheet.values(key, sum)));
    return rows;
  }

  @Test
  void eventsOfADayEndpointModelAndPrincipalAreOneLine() {
    GroupTally<BillingKey> tally = tally(UTC, NOVEMBER);
    assertThat(tally.lines().keySet())
        .extracting(key -> key.day() + " " + key.endpoint() + " " + key.principal())
        .containsExactly(
            "2024-11-06 analyze ann",
            "2024-11-07 analyze ann",
            "2024-11-07 chat bob",
            "2024-11-08 analyze ann");
    GroupSum analyze = List.copyOf(tally.lines().values()).get(1);
    assertThat(analyze.requests()).isEqualByComparingTo("2");
    assertThat(analyze.totalTokens()).isEqualByComparingTo("50");
    GroupSum chat = List.copyOf(tally.lines().values()).get(2);
    assertThat(chat.totalTokens()).isEqualByComparingTo("50");
    // 20 × 0.25 and 30 × 1.25 for a million tokens
    assertThat(chat.cost()).isEqualByComparingTo("0.0000425");
    assertThat(tally.totals().rows()).isEqualTo(4);
    assertThat(tally.totals().events()).isEqualTo(5);
  }

  @Test
  void daysAreThoseOfThePeriodsZone() {
    assertThat(tally(ZoneId.of("Asia/Tokyo"), NOVEMBER).lines().keySet())
        .extracting(BillingKey::day)
        .extracting(Object::toString)
        .containsExactly("2024-11-07", "2024-11-07", "2024-11-08", "2024-11-08");
  }

  @Test
  void usageWithoutAPriceHasNoCostRatherThanNone() {
    GroupTally<BillingKey> tally = tally(UTC, NOVEMBER);
    GroupSum unknown = List.copyOf(tally.lines().values()).getLast();
    assertThat(unknown.cost()).isNull();
    assertThat(unknown.unratedEvents()).isEqualTo(1);
    assertThat(tally.totals().unrated().events()).isEqualTo(1);
    BigDecimal sum =
        tally.lines().values().stream()
            .map(line -> line.cost() == null ? BigDecimal.ZERO : line.cost())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(sum).isEqualByComparingTo(tally.totals().charges());
  }

  @Test
  void theOrderOfEventsDoesNotMatterToFlatPrices() {
    List<LedgerLine> other = new ArrayList<>(NOVEMBER);
    Collections.shuffle(other, new Random(7));
    assertThat(rows(tally(UTC, other))).isEqualTo(rows(tally(UTC, NOVEMBER)));
  }

  @Test
  void aLineLeadsToItsPricesAndEvents() throws IOException {
    ExplainedLine line =
        GroupLine.find(
                new LineQuestion(2, null, RATING, from -> taker -> give(taker), UTC),
                BillingSheet.lines(UTC))
            .orElseThrow();
    assertThat(line.cells())
        .containsEntry("date", "2024-11-07")
        .containsEntry("endpoint", "analyze")
        .containsEntry("total_tokens", "50")
        .containsEntry("requests", "2");
    assertThat(line.rated().lines()).hasSize(1);
    assertThat(line.rated().lines().getFirst().usage().events()).isEqualTo(2);
    assertThat(line.charge().amount()).isEqualByComparingTo("0.0000125");
    assertThat(NOVEMBER.stream().filter(line.events().matches()))
        .containsExactly(NOVEMBER.get(1), NOVEMBER.get(3));
    assertThat(
            GroupLine.find(
                new LineQuestion(5, null, RATING, from -> taker -> give(taker), UTC),
                BillingSheet.lines(UTC)))
        .isEmpty();
  }

  private static void give(io.ledgerline.report.ledger.LedgerDetail.Taker taker)
      throws IOException {
    for (LedgerLine event : NOVEMBER) {
      taker.take(event);
    }
  }

  @Test
  void theFilesAreNamedAfterTheFirstAndTheLastDay() {
    Period november =
        new Period(
            Instant.parse("2024-11-01T00:00:00Z"), Instant.parse("2024-12-01T00:00:00Z"), UTC);
    assertThat(BillingSheet.baseName(november)).isEqualTo("billing_2024-11-01_2024-11-30");
  }
}
