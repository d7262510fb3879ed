package io.ledgerline.report.pricing.imports.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.Validity;
import io.ledgerline.report.pricing.Accumulation;
import io.ledgerline.report.pricing.Band;
import io.ledgerline.report.pricing.Bands;
import io.ledgerline.report.pricing.FlatRate;
import io.ledgerline.report.pricing.GraduatedRate;
import io.ledgerline.report.pricing.ModelSelector;
import io.ledgerline.report.pricing.PackageRate;
import io.ledgerline.report.pricing.PriceMatch;
import io.ledgerline.report.pricing.PriceUnit;
import io.ledgerline.report.pricing.Rate;
import io.ledgerline.report.pricing.RequestSizeRate;
import io.ledgerline.report.pricing.Tariff;
import io.ledgerline.report.pricing.VolumeRate;
import io.ledgerline.report.pricing.imports.PriceList;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is written as a table is read again as it was. */
class PriceTableLawTest {
  @Property(tries = 300)
  void readingWhatWasWrittenGivesTheSamePrices(
      @ForAll("prices") List<Draft<PriceMatch, Tariff>> prices) {
    PriceList read = PriceTableFormat.read(PriceTableWriter.write(prices), Validity.ALWAYS);
    assertThat(read.faults()).isEmpty();
    assertThat(read.entries()).isEqualTo(prices);
  }

  @Provide
  Arbitrary<List<Draft<PriceMatch, Tariff>>> prices() {
    return Combinators.combine(matches(), tariffs(), validities())
        .as((match, tariff, validity) -> new Draft<>(match, tariff, validity))
        .list()
        .ofMinSize(1)
        .ofMaxSize(12)
        .uniqueElements(Draft::key);
  }

  private static Arbitrary<PriceMatch> matches() {
    return Combinators.combine(
            texts().injectNull(0.3),
            models(),
            texts().injectNull(0.6),
            texts().injectNull(0.6),
            Arbitraries.of("input_tokens", "images", "gpu_hours").map(MeterName::new),
            classes())
        .as(PriceMatch::new);
  }

  private static Arbitrary<ModelSelector> models() {
    return Arbitraries.oneOf(
        Arbitraries.just(ModelSelector.ANY),
        texts().map(ModelSelector::exact),
        texts().map(ModelSelector::alias),
        texts().map(text -> ModelSelector.pattern(text + "*")));
  }

  private static Arbitrary<PriceClass> classes() {
    return Arbitraries.maps(
            Arbitraries.of("batch", "service_tier", "image_size"),
            texts().filter(text -> text.indexOf(';') < 0))
        .ofMaxSize(3)
        .map(PriceClass::of);
  }

  /** Texts with what tables trip over, but for white space at the ends. */
  private static Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars("abc019 ,;\"'=./:@-_ü")
        .ofMinLength(1)
        .ofMaxLength(12)
        .filter(text -> text.strip().equals(text) && !text.isBlank());
  }

  private static Arbitrary<Tariff> tariffs() {
    Arbitrary<PriceUnit> units =
        Combinators.combine(
                Arbitraries.of("1", "1000", "1000000", "0.5"),
                Arbitraries.of("token", "image", "GPU-hour"))
            .as((per, unit) -> new PriceUnit(new BigDecimal(per), unit));
    return Combinators.combine(rates(), units, Arbitraries.of("USD", "EUR", "JPY"))
        .as(
            (rate, unit, currency) ->
                new Tariff(rate, fitting(rate, unit), Currency.getInstance(currency)))
        .injectNull(0.05);
  }

  /** The price of a package is for the block. */
  private static PriceUnit fitting(Rate rate, PriceUnit unit) {
    return rate instanceof PackageRate ? new PriceUnit(BigDecimal.ONE, unit.unit()) : unit;
  }

  private static Arbitrary<Rate> rates() {
    return Arbitraries.oneOf(
        amounts().map(FlatRate::new),
        Combinators.combine(amounts(), amounts(), sums())
            .as((size, price, over) -> new PackageRate(size.add(BigDecimal.ONE), price, over)),
        Combinators.combine(bands(), sums()).as(GraduatedRate::new),
        Combinators.combine(bands(), sums()).as(VolumeRate::new),
        bands().map(RequestSizeRate::new));
  }

  private static Arbitrary<Bands> bands() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 9_999_999).set().ofMaxSize(4),
            amounts().list().ofSize(5))
        .as(
            (limits, prices) -> {
              List<Band> bands = new ArrayList<>();
              BigDecimal from = BigDecimal.ZERO;
              for (int limit : new TreeSet<>(limits)) {
                BigDecimal to = BigDecimal.valueOf(limit);
                bands.add(new Band(from, to, prices.get(bands.size())));
                from = to;
              }
              bands.add(new Band(from, null, prices.get(bands.size())));
              return new Bands(bands);
            });
  }

  private static Arbitrary<Accumulation> sums() {
    return Combinators.combine(
            Arbitraries.of(Accumulation.Scope.class),
            Arbitraries.of(Accumulation.Reset.class),
            Arbitraries.of("UTC", "Z", "Europe/Berlin", "+05:45").map(ZoneId::of))
        .as(Accumulation::new);
  }

  private static Arbitrary<BigDecimal> amounts() {
    return Arbitraries.bigDecimals()
        .between(BigDecimal.ZERO, new BigDecimal("999999999"))
        .ofScale(18);
  }

  private static Arbitrary<Validity> validities() {
    Arbitrary<Instant> quarters =
        Arbitraries.longs().between(0, 3_000_000).map(n -> Instant.ofEpochSecond(n * 900));
    return Combinators.combine(quarters, quarters.injectNull(0.5))
        .as(
            (from, to) ->
                to == null || to.equals(from)
                    ? new Validity(from, null)
                    : new Validity(from.isBefore(to) ? from : to, from.isBefore(to) ? to : from));
  }
}
