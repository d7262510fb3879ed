package io.ledgerline.ingest.ledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.PriceClass;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class QuarterTableTest {
  private static final Instant TEN = Instant.parse("2024-01-31T10:00:00Z");
  private static final Instant LATER = Instant.parse("2024-01-31T10:14:59.999999Z");
  private static final SortedMap<String, String> NO_TAGS = new TreeMap<>();

  private final QuarterTable table =
      new QuarterTable(
          QuarterSumsWish.of(List.of("input_tokens"), List.of("team"), List.of(200, 100)));

  private static SetWords words(int sign, String... meters) {
    Dimensions dimensions =
        new Dimensions(
            "account", null, null, null, "openai", "gpt-4o", null, null, PriceClass.NONE);
    return new SetWords("default", "gateway", dimensions, null, List.of(meters), sign);
  }

  @Test
  void usageOfAQuarterHourAndKindAddsUpAndWhatWasTakenBackIsSubtracted() {
    table.add(TEN, 1, words(1, "input_tokens", "output_tokens"), "60,7", NO_TAGS);
    table.add(LATER, 1, words(1, "input_tokens", "output_tokens"), "0.50,7", NO_TAGS);
    table.add(LATER, 2, words(-1, "input_tokens"), "20", NO_TAGS);
    assertThat(table.sums())
        .extracting(sum -> sum.time() + " " + sum.quantities())
        .containsExactly(TEN + " {input_tokens=60.5}", TEN + " {input_tokens=-20}");
  }

  @Test
  void sumsOfNothingAreNotTold() {
    table.add(TEN, 1, words(1, "input_tokens"), "0", NO_TAGS);
    table.add(TEN, 1, words(1, "output_tokens"), "5", NO_TAGS);
    assertThat(table.sums()).isEmpty();
  }

  @Test
  void requestsAreToldApartByTheStepTheirWholeInputIsAbove() {
    SetWords cached = words(1, "cache_read_tokens", "input_tokens", "requests");
    table.add(TEN, 1, cached, "50,50,1", NO_TAGS);
    table.add(TEN, 1, cached, "51,50,1", NO_TAGS);
    table.add(TEN, 1, cached, "500,3,1", NO_TAGS);
    table.add(TEN, 1, cached, "500,3,2", NO_TAGS);
    assertThat(table.sums())
        .extracting(QuarterSum::above, sum -> sum.quantities().get("input_tokens").toPlainString())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(null, "53"),
            org.assertj.core.groups.Tuple.tuple(100, "50"),
            org.assertj.core.groups.Tuple.tuple(200, "3"));
  }

  @Test
  void usageIsToldApartByTags() {
    table.add(TEN, 1, words(1, "input_tokens"), "1", new TreeMap<>(Map.of("team", "a")));
    table.add(TEN, 1, words(1, "input_tokens"), "2", new TreeMap<>(Map.of("team", "b")));
    assertThat(table.sums()).extracting(QuarterSum::tags).hasSize(2);
  }
}
