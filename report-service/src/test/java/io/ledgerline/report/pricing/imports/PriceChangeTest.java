package io.ledgerline.report.pricing.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.Entry;
import io.ledgerline.report.pricing.PriceMatch;
import io.ledgerline.report.pricing.Prices;
import io.ledgerline.report.pricing.Tariff;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PriceChangeTest {
  private static final Entry<PriceMatch, Tariff> KNOWN =
      Prices.perThousand("m", MeterName.INPUT_TOKENS, "0.10");

  private static Draft<PriceMatch, Tariff> entry(String rate) {
    Entry<PriceMatch, Tariff> price = Prices.perThousand("m", MeterName.INPUT_TOKENS, rate);
    return new Draft<>(price.key(), price.value(), price.validity());
  }

  @Test
  void aNewMatchIsAnAddition() {
    assertThat(PriceChange.between(Map.of(), List.of(entry("0.1"))))
        .singleElement()
        .satisfies(change -> assertThat(change.isAddition()).isTrue());
  }

  @Test
  void theSameRateAgainChangesNothing() {
    assertThat(PriceChange.between(PriceVersion.latest(List.of(KNOWN)), List.of(entry("0.1"))))
        .isEmpty();
  }

  @Test
  void anotherRateIsAChangeThatShowsWhatWasBefore() {
    assertThat(PriceChange.between(PriceVersion.latest(List.of(KNOWN)), List.of(entry("0.2"))))
        .containsExactly(new PriceChange(entry("0.2"), KNOWN.value()));
  }

  @Test
  void whatWasLearntLastIsWhatTheBookSays() {
    Entry<PriceMatch, Tariff> later =
        Prices.price(KNOWN.key(), "0.3", 1000, Prices.KNOWN.plusSeconds(60));
    assertThat(PriceVersion.latest(List.of(later, KNOWN)).values()).containsExactly(later.value());
  }
}
