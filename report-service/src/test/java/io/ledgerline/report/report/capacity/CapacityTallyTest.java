package io.ledgerline.report.report.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.Money;
import io.ledgerline.contracts.Period;
import io.ledgerline.contracts.usage.Labels;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.contracts.usage.Quantities;
import io.ledgerline.report.book.Entry;
import io.ledgerline.report.book.Provenance;
import io.ledgerline.report.book.Register;
import io.ledgerline.report.book.Validity;
import io.ledgerline.report.ledger.LedgerLine;
import io.ledgerline.report.pricing.Accumulation;
import io.ledgerline.report.pricing.Band;
import io.ledgerline.report.pricing.Bands;
import io.ledgerline.report.pricing.FlatRate;
import io.ledgerline.report.pricing.GraduatedRate;
import io.ledgerline.report.pricing.ModelSelector;
import io.ledgerline.report.pricing.PriceBook;
import io.ledgerline.report.pricing.PriceMatch;
import io.ledgerline.report.pricing.PriceUnit;
import io.ledgerline.report.pricing.Rate;
import io.ledgerline.report.pricing.Tariff;
import io.ledgerline.report.pricing.VolumeRate;
import io.ledgerline.report.rating.BookPrices;
import io.ledgerline.report.rating.EventRating;
import io.ledgerline.report.rating.RatingBooks;
import io.ledgerline.report.report.ExplainedLine;
import io.ledgerline.report.report.LineQuestion;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CapacityTallyTest {
  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final Instant DAY = Instant.parse("2025-03-01T00:00:00Z");
  private static final Period TWO_DAYS = new Period(DAY, DAY.plus(Duration.ofDays(2)), UTC);

  static Entry<PriceMatch, Tariff> price(String meter, String rate, String unit, Instant from) {
    return new Entry<>(
        UUID.nameUUIDFromBytes((meter + rate + from).getBytes(StandardCharsets.UTF_8)),
        PriceMatch.of(ModelSelector.ANY, new MeterName(meter), PriceClass.NONE),
        new Tariff(
            new FlatRate(new BigDecimal(rate)), new PriceUnit(BigDecimal.ONE, unit), Money.usd()),
        new Validity(from, null),
        from,
        new Provenance("test", "test"));
  }

  static EventRating prices(List<Entry<PriceMatch, Tariff>> entries) {
    return EventRating.of(
        RatingBooks.of(
            new BookPrices(
                new PriceBook(new Register<>(Instant.parse("2030-01-01T00:00:00Z"), entries)))));
  }

  private static LedgerLine event(
      double hour, String workspace, String resource, boolean ended, Map<String, Integer> levels) {
    Instant at = DAY.plusSeconds((long) (hour * 3600));
    return new LedgerLine(
        at,
        "vms",
        at + Objects.toString(resource),
        "lab",
        null,
        null,
        null,
        null,
        PriceClass.NONE,
        Quantities.fromNumbers(
            levels.entrySet().stream()
                .collect(
                    Collectors.toMap(Map.Entry::getKey, e -> BigDecimal.valueOf(e.getValue())))),
        new UUID(0, 1),
        null,
        workspace,
        null,
        null,
        Labels.NONE,
        resource,
        ended);
  }

  private static LedgerLine cores(double hour, String resource, int used) {
    return event(hour, "w", resource, false, Map.of("used_cores", used));
  }

  private static List<String> rows(EventRating rating, Period period, List<LedgerLine> events) {
    CapacityTally tally = new CapacityTally(rating, period);
    events.stream().sorted(Comparator.comparing(LedgerLine::time)).forEach(tally::add);
    tally.end();
    List<String> rows = new ArrayList<>();
    tally
        .rows()
        .forEach(
            (key, row) ->
                rows.add(
                    CapacitySheet.values(key, row, tally).stream()
                        .map(value -> value == null ? "-" : value.toString())
                        .collect(Collectors.joining(" "))));
    return rows;
  }

  @Test
  void aLineForEachDayAccountWorkspaceResourceAndMeter() {
    List<LedgerLine> events =
        List.of(
            event(-0.5, "w", "a", false, Map.of("used_cores", 4, "total_cores", 16)),
            event(0, "w", "b", false, Map.of("used_cores", 2)),
            event(0.5, "w", "b", true, Map.of("used_cores", 0)));

    assertThat(rows(prices(List.of()), new Period(DAY, DAY.plusSeconds(3600), UTC), events))
        .containsExactly(
            "2025-03-01 account lab - - - total_cores core 16 16 16 8 0.5 0.5 - 0 - -",
            "2025-03-01 account lab - - - used_cores core 6 6 6 3 0.5 0.5 37.5 1 - -",
            "2025-03-01 workspace lab w - - total_cores core 16 16 16 8 0.5 0.5 - 0 - -",
            "2025-03-01 workspace lab w - - used_cores core 6 6 6 3 0.5 0.5 37.5 1 - -",
            "2025-03-01 resource lab w vms a total_cores core 16 16 16 8 0.5 0.5 - 0 - -",
            "2025-03-01 resource lab w vms a used_cores core 4 4 4 2 0.5 0.5 25 0 - -",
            "2025-03-01 resource lab w vms b used_cores core 2 2 2 1 0.5 0 - 1 - -");
  }

  @Test
  void aGapThatBeganBeforeThePeriodIsToldAsNotCovered() {
    List<LedgerLine> events = List.of(cores(-6, "a", 4), cores(2, "a", 8));
    EventRating rating = prices(List.of());
    Period period = new Period(DAY, DAY.plus(Duration.ofDays(1)), UTC);
    Instant earliest = CapacityTally.earliest(rating, period);
    assertThat(events).allMatch(event -> !event.time().isBefore(earliest));
    // An hour is held from 02:00 on; two hours before and twenty-one after are not covered.
    assertThat(rows(rating, period, events))
        .contains("2025-03-01 resource lab w vms a used_cores core 8 8 8 8 1 23 - 1 - -");
  }

  @Test
  void aPricePerCoreHourRatesTheTimeAndAChangeOfItSplitsAtTheQuarterHour() {
    EventRating rating =
        prices(
            List.of(
                price("used_cores", "0.10", "core-hour", DAY),
                price("used_cores", "0.20", "core-hour", DAY.plusSeconds(1800))));

    assertThat(rows(rating, new Period(DAY, DAY.plusSeconds(3600), UTC), List.of(cores(0, "a", 6))))
        .last()
        .isEqualTo("2025-03-01 resource lab w vms a used_cores core 6 6 6 6 1 0 - 1 0.9 USD");
  }

  @Test
  void aPricePerGigabyteHourRatesBytes() {
    EventRating rating = prices(List.of(price("tier_1_used", "2", "GB-hour", DAY)));
    LedgerLine tier = event(0, null, "pool", false, Map.of("tier_1_used", 1_500_000_000));

    assertThat(rows(rating, new Period(DAY, DAY.plusSeconds(3600), UTC), List.of(tier)))
        .containsExactly(
            "2025-03-01 account lab - - - tier_1_used byte 1500000000 1500000000 1500000000"
                + " 1500000000 1 0 - 1 3 USD",
            "2025-03-01 resource lab - vms pool tier_1_used byte 1500000000 1500000000 1500000000"
                + " 1500000000 1 0 - 1 3 USD");
  }

  @Test
  void whatHasNoPriceAndWhatIsNotCoveredIsToldWithTheTotals() {
    EventRating rating = prices(List.of(price("used_cores", "1", "core-hour", DAY)));
    CapacityTally tally = new CapacityTally(rating, new Period(DAY, DAY.plusSeconds(7200), UTC));
    tally.add(event(0, "w", "a", false, Map.of("used_cores", 2, "gpus", 3, "requests", 5)));
    tally.add(event(0.1, "w", null, false, Map.of("used_cores", 9)));
    tally.end();

    assertThat(tally.totals().charges()).isEqualByComparingTo("2");
    assertThat(tally.totals().byModel())
        .singleElement()
        .satisfies(all -> assertThat(all.charges()).isEqualByComparingTo("2"));
    assertThat(tally.totals().events()).isEqualTo(2);
    assertThat(tally.totals().quantities()).hasToString("{gpus=3, requests=5, used_cores=11}");
    assertThat(tally.totals().unrated().quantities().get("gpus")).isEqualByComparingTo("3");
    assertThat(tally.totals().unrated().reasons()).containsEntry("not-covered", 1L);
    assertThat(tally.withoutResource()).isEqualTo(1);
  }

  @Test
  void daysOfARunAddUpToItsWhole() {
    daysAddUp(prices(List.of(price("used_cores", "0.25", "core-hour", DAY))));
  }

  @Test
  void daysOfARunAddUpToItsWholeWhereThePriceHasBandsOfAMonth() {
    daysAddUp(
        prices(
            List.of(
                banded("used_cores", new GraduatedRate(BANDS, MONTHLY)),
                banded("total_cores", new VolumeRate(BANDS, MONTHLY)))));
  }

  @Test
  void theHoursBeforeAPeriodThatCutsAQuarterHourFillBands() {
    EventRating rating = prices(List.of(banded("used_cores", new GraduatedRate(BANDS, MONTHLY))));
    Instant from = DAY.plusSeconds(4 * 3600 + 300);
    Period period = new Period(from, from.plusSeconds(3600), UTC);
    List<LedgerLine> events = new ArrayList<>();
    for (int quarter = 0; quarter < 20; quarter++) {
      events.add(cores(quarter / 4.0, "a", 24));
    }
    // 98 of the first 100 core-hours were used; 2 at 3 and 22 at 2.
    assertThat(rows(rating, period, events)).last().asString().endsWith(" 50 USD");
  }

  private static final Accumulation MONTHLY =
      new Accumulation(Accumulation.Scope.TENANT, Accumulation.Reset.MONTH, UTC);
  private static final Bands BANDS =
      new Bands(
          List.of(
              new Band(BigDecimal.ZERO, new BigDecimal("100"), new BigDecimal("3")),
              new Band(new BigDecimal("100"), null, new BigDecimal("2"))));

  private static Entry<PriceMatch, Tariff> banded(String meter, Rate rate) {
    Entry<PriceMatch, Tariff> flat = price(meter, "1", "core-hour", DAY);
    return new Entry<>(
        flat.id(),
        flat.key(),
        new Tariff(rate, flat.value().unit(), flat.value().currency()),
        flat.validity(),
        flat.knownSince(),
        flat.by());
  }

  private static void daysAddUp(EventRating rating) {
    List<LedgerLine> events = new ArrayList<>();
    for (int i = 0; i < 96; i++) {
      events.add(cores(i / 2.0, "a", i % 7));
      events.add(
          event(i / 2.0 + 0.1, "w", "b", false, Map.of("used_cores", i % 5, "total_cores", 9)));
    }
    CapacityTally whole = new CapacityTally(rating, TWO_DAYS);
    events.stream().sorted(Comparator.comparing(LedgerLine::time)).forEach(whole::add);
    whole.end();
    BigDecimal parts = BigDecimal.ZERO;
    for (int day = 0; day < 2; day++) {
      Instant from = DAY.plus(Duration.ofDays(day));
      Period period = new Period(from, from.plus(Duration.ofDays(1)), UTC);
      CapacityTally part = new CapacityTally(rating, period);
      events.stream()
          .filter(e -> e.time().isBefore(period.to()))
          .filter(e -> !e.time().isBefore(CapacityTally.earliest(rating, period)))
          .sorted(Comparator.comparing(LedgerLine::time))
          .forEach(part::add);
      part.end();
      parts = parts.add(part.totals().charges());
    }
    assertThat(whole.totals().charges()).isEqualByComparingTo(parts);
  }

  @Test
  void aLineIsExplainedByItsPricesAndItsSamples() throws IOException {
    EventRating rating = prices(List.of(price("used_cores", "0.5", "core-hour", DAY)));
    List<LedgerLine> events = List.of(cores(-0.5, "a", 4), cores(0, "b", 2), cores(0.25, "a", 8));
    Period period = new Period(DAY, DAY.plusSeconds(3600), UTC);
    ExplainedLine line = CapacityLine.find(question(3, rating, events, period)).orElseThrow();

    assertThat(line.cells()).containsEntry("resource", "a").containsEntry("unit_hours", "7");
    assertThat(line.charge().amount()).isEqualByComparingTo("3.5");
    assertThat(line.rated().lines())
        .singleElement()
        .satisfies(l -> assertThat(l.units()).isEqualByComparingTo("7"));
    assertThat(events.stream().filter(line.events().matches()).toList())
        .containsExactly(events.get(0), events.get(2));
    assertThat(line.events().from()).isEqualTo(DAY.minusSeconds(3600));
    assertThat(line.events().to()).isEqualTo(period.to());
    assertThat(CapacityLine.find(question(9, rating, events, period))).isEmpty();
  }

  private static LineQuestion question(
      long line, EventRating rating, List<LedgerLine> events, Period period) {
    return new LineQuestion(
        line,
        null,
        rating,
        from ->
            taker -> {
              for (LedgerLine event : events) {
                taker.take(event);
              }
            },
        UTC,
        period);
  }
}
