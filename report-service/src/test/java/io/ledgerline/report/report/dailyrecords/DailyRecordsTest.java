package io.ledgerline.report.report.dailyrecords;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.ledgerline.report.report.grouped.GroupSum;
import io.ledgerline.report.report.grouped.GroupTally;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DailyRecordsTest {
  private static final String ACCOUNT = "3141-5926-5359";

  private static LedgerLine charge(
      String time, String provider, String type, long prompt, long completion) {
    return new LedgerLine(
        Instant.parse(time),
        "smarter",
        UUID.randomUUID().toString(),
        ACCOUNT,
        "u@example.com",
        provider,
        "gpt-4",
        null,
        PriceClass.NONE,
        Quantities.of(
            Map.of(
                MeterName.INPUT_TOKENS, Quantity.of(prompt),
                MeterName.OUTPUT_TOKENS, Quantity.of(completion))),
        new UUID(0, 1),
        null,
        null,
        null,
        type,
        Labels.NONE);
  }

  private static SortedMap<DailyRecordKey, GroupSum> records(LedgerLine... charges) {
    EventRating rating = EventRating.of(RatingBooks.of(new BookPrices(Prices.shippedBook())));
    GroupTally<DailyRecordKey> tally =
        new GroupTally<>(rating, DailyRecordsSheet.lines(ZoneId.of("UTC")).keyOf());
    List.of(charges).forEach(tally::add);
    return tally.lines();
  }

  @Test
  void chargesOfADayAreOneRow() {
    SortedMap<DailyRecordKey, GroupSum> records =
        records(
            charge("2024-01-01T08:00:00Z", "openai", "completion", 10, 20),
            charge("2024-01-01T09:00:00Z", "openai", "completion", 1, 2),
            charge("2024-01-01T10:00:00Z", "openai", "completion", 5, 5));
    assertThat(records).hasSize(1);
    List<Object> row =
        DailyRecordsSheet.record(records.firstKey(), records.values().iterator().next());
    assertThat(row.subList(1, 9).stream().map(String::valueOf))
        .containsExactly(ACCOUNT, "u@example.com", "openai", "completion", "3", "16", "27", "43");
  }

  @Test
  void typesAndProvidersHaveRowsOfTheirOwnAndToolsRepeatNothingInTheUsersRow() {
    SortedMap<DailyRecordKey, GroupSum> records =
        records(
            charge("2024-01-01T08:00:00Z", "openai", "completion", 10, 20),
            charge("2024-01-01T08:00:01Z", "openai", "tool", 10, 20),
            charge("2024-01-01T08:00:02Z", "openai", "plugin", 10, 20),
            charge("2024-01-01T08:00:03Z", "googleai", "completion", 1, 1));
    assertThat(records.keySet())
        .extracting(key -> key.provider() + " " + key.chargeType())
        .containsExactly(
            "googleai completion", "openai completion", "openai plugin", "openai tool");
    SortedMap<DailyRecordKey, GroupSum> users = DailyRecordsSheet.users(records);
    assertThat(users.keySet())
        .extracting(DailyRecordKey::provider)
        .containsExactly("googleai", "openai");
    assertThat(users.get(users.lastKey()).totalTokens()).isEqualByComparingTo("30");
    assertThat(users.get(users.lastKey()).events()).isEqualTo(1);
  }

  @Test
  void midnightPartsDays() {
    assertThat(
            records(
                    charge("2024-01-01T23:59:59.999Z", "openai", "completion", 1, 1),
                    charge("2024-01-02T00:00:00Z", "openai", "completion", 1, 1))
                .keySet())
        .extracting(key -> key.day().toString())
        .containsExactly("2024-01-01", "2024-01-02");
  }
}
