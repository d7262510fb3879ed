package io.ledgerline.report.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.Money;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.DraftFault;
import io.ledgerline.report.book.Entry;
import io.ledgerline.report.book.Register;
import io.ledgerline.report.book.Validity;
import io.ledgerline.report.meter.MeterCatalogue;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class PriceChecksTest {
  private static final Register<PriceMatch, Tariff> EMPTY = new Register<>(Prices.KNOWN, List.of());

  private static List<DraftFault> faults(
      Register<PriceMatch, Tariff> book, List<Draft<PriceMatch, Tariff>> drafts) {
    return PriceChecks.faults(MeterCatalogue.BUILT_IN, book, drafts);
  }

  private static Draft<PriceMatch, Tariff> draft(PriceMatch match, Rate rate, String unit) {
    return new Draft<>(
        match, new Tariff(rate, new PriceUnit(BigDecimal.ONE, unit), Money.usd()), Validity.ALWAYS);
  }

  private static Draft<PriceMatch, Tariff> flat(PriceMatch match) {
    return draft(match, new FlatRate(BigDecimal.ONE), "token");
  }

  private static PriceMatch match(String provider, String region) {
    return new PriceMatch(
        provider, ModelSelector.alias("m"), region, null, MeterName.INPUT_TOKENS, PriceClass.NONE);
  }

  @Test
  void aMeterThatDoesNotExistAndAUnitThatDoesNotFitAreFaults() {
    PriceMatch unknown = Prices.alias("m", new MeterName("smiles"), PriceClass.NONE);
    List<DraftFault> faults =
        faults(
            EMPTY,
            List.of(
                flat(match(null, null)),
                flat(unknown),
                draft(match("azure", null), new FlatRate(BigDecimal.ONE), "image")));
    assertThat(faults).extracting(DraftFault::index).containsExactly(1, 2);
    assertThat(faults)
        .extracting(DraftFault::code)
        .containsExactly("unknown-meter", "unknown-unit");
  }

  @Test
  void requestsAreToldApartAtTheStepsOfTheLadderOnly() {
    assertThat(faults(EMPTY, List.of(sized("200000")))).isEmpty();
    assertThat(faults(EMPTY, List.of(sized("200001"))))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.code()).isEqualTo("unknown-context-band");
              assertThat(fault.field()).isEqualTo("bands");
            });
  }

  private static Draft<PriceMatch, Tariff> sized(String limit) {
    BigDecimal at = new BigDecimal(limit);
    return draft(
        match(null, null),
        new RequestSizeRate(
            new Bands(
                List.of(new Band(null, at, BigDecimal.ONE), new Band(at, null, BigDecimal.TEN)))),
        "token");
  }

  @Test
  void anOverlapNamesTheOtherPrice() {
    Entry<PriceMatch, Tariff> there = Prices.price(match("azure", null), "1", 1000, Prices.KNOWN);
    Register<PriceMatch, Tariff> book = new Register<>(Prices.KNOWN, List.of(there));
    assertThat(faults(book, List.of(flat(match(null, "eu")))))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.code()).isEqualTo("overlapping-price");
              assertThat(fault.detail()).contains(there.id().toString(), "azure", "region eu");
            });
    assertThat(faults(EMPTY, List.of(flat(match("azure", null)), flat(match(null, "eu")))))
        .singleElement()
        .satisfies(fault -> assertThat(fault.detail()).contains("another one of this request"));
  }

  @Test
  void takingBackOneOfTwoInTheSameRequestIsNoOverlap() {
    Entry<PriceMatch, Tariff> there = Prices.price(match("azure", null), "1", 1000, Prices.KNOWN);
    Register<PriceMatch, Tariff> book = new Register<>(Prices.KNOWN, List.of(there));
    assertThat(
            faults(
                book,
                List.of(flat(match(null, "eu")), new Draft<>(there.key(), null, there.validity()))))
        .isEmpty();
  }
}
