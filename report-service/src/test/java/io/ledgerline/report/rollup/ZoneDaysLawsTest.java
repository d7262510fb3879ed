package io.ledgerline.report.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.Period;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.message.UsageBatch;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.Quantities;
import io.ledgerline.contracts.usage.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Rollups answer for any zone's days, and do not care which consumer added what. */
class ZoneDaysLawsTest {
  private static final TenantId TENANT = TenantId.DEFAULT;
  private static final String METER = "gb_hours";
  private static final int DAY_SECONDS = 86_400;

  /** Around clock changes of both hemispheres, a leap day, and days a zone left out. */
  private static final List<LocalDate> DAYS =
      List.of(
          LocalDate.parse("2024-02-29"),
          LocalDate.parse("2024-03-31"),
          LocalDate.parse("2024-10-27"),
          LocalDate.parse("2024-04-07"),
          LocalDate.parse("2011-12-31"));

  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of(ZoneId.getAvailableZoneIds().stream().sorted().toList()).map(ZoneId::of);
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.of(DAYS);
  }

  @Property(tries = 200)
  void theRollupsOfAZonesDayAreTheSumOverItsEvents(
      @ForAll Random random, @ForAll("zones") ZoneId zone, @ForAll("days") LocalDate day) {
    Period period = Period.ofDay(day, zone);
    List<Batches.Event> events = eventsAround(random, period);
    List<Batches.Event> inside = events.stream().filter(e -> period.contains(e.time())).toList();

    Map<RollupKey, RollupCell> cells =
        RollupTallyLawsTest.rollup(Batches.split(random, TENANT, events));

    assertThat(period.isWholeQuarterHours()).isTrue();
    cells.keySet().removeIf(key -> !period.contains(key.charge().start()));
    assertThat(events(cells)).isEqualTo(inside.stream().mapToLong(Batches.Event::sign).sum());
    assertThat(quantity(cells))
        .isEqualByComparingTo(
            inside.stream()
                .map(
                    e -> e.quantities().numbers().get(METER).multiply(BigDecimal.valueOf(e.sign())))
                .reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  @Property(tries = 60)
  void anyPartitioningOverConsumersGivesTheSameRollups(
      @ForAll Random random,
      @ForAll @IntRange(min = 1, max = 100) int count,
      @ForAll @IntRange(min = 1, max = 5) int consumers) {
    List<Batches.Event> events = Batches.events(random, count);
    List<UsageBatch> sent = new ArrayList<>(Batches.split(random, TENANT, events));
    List.copyOf(sent).forEach(b -> sent.addAll(Collections.nCopies(random.nextInt(3), b)));
    Collections.shuffle(sent, random);
    Set<UUID> applied = new HashSet<>();
    Map<Integer, List<UsageBatch>> byConsumer = new HashMap<>();
    for (UsageBatch batch : sent) {
      // A repeat may come to another consumer; the database lets the first of them add it.
      if (applied.add(batch.batchId())) {
        byConsumer.computeIfAbsent(random.nextInt(consumers), none -> new ArrayList<>()).add(batch);
      }
    }

    Map<RollupKey, RollupCell> together = new HashMap<>();
    byConsumer
        .values()
        .forEach(
            batches ->
                RollupTallyLawsTest.rollup(batches)
                    .forEach((key, cell) -> together.merge(key, cell, RollupCell::plus)));

    Map<RollupKey, RollupCell> alone =
        RollupTallyLawsTest.rollup(List.of(Batches.batch(TENANT, events)));
    assertThat(together.keySet()).isEqualTo(alone.keySet());
    alone.forEach(
        (key, cell) -> {
          assertThat(together.get(key).events()).isEqualTo(cell.events());
          assertThat(together.get(key).quantity()).isEqualByComparingTo(cell.quantity());
        });
  }

  /** Three days of events with the period in the middle, some on its very edges. */
  private static List<Batches.Event> eventsAround(Random random, Period period) {
    Instant start = period.from().minusSeconds(DAY_SECONDS);
    return IntStream.range(0, 60)
        .mapToObj(
            i ->
                new Batches.Event(
                    Batches.dimensions("account-" + random.nextInt(2), "model"),
                    switch (i) {
                      case 0 -> period.from();
                      case 1 -> period.from().minusNanos(1000);
                      case 2 -> period.to();
                      case 3 -> period.to().minusNanos(1000);
                      default -> start.plusSeconds(random.nextInt(3 * DAY_SECONDS));
                    },
                    Quantities.of(
                        Map.of(
                            new MeterName(METER),
                            new Quantity(BigDecimal.valueOf(random.nextInt(1_000_000), 6)))),
                    random.nextInt(8) == 0 ? -1 : 1))
        .toList();
  }

  private static long events(Map<RollupKey, RollupCell> cells) {
    return cells.entrySet().stream()
        .filter(each -> each.getKey().meter().equals(RollupKey.EVENTS))
        .mapToLong(each -> each.getValue().events())
        .sum();
  }

  private static BigDecimal quantity(Map<RollupKey, RollupCell> cells) {
    return cells.entrySet().stream()
        .filter(each -> each.getKey().meter().equals(METER))
        .map(each -> each.getValue().quantity())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
