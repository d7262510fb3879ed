package io.ledgerline.report.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.QuarterHour;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.message.UsageBatch;
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
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** However events are cut into batches, ordered and repeated, the rollups are the same. */
class RollupTallyLawsTest {
  private static final TenantId TENANT = TenantId.DEFAULT;

  @Property(tries = 60)
  void anySplitOrderAndRepetitionGivesTheSameRollups(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 120) int count) {
    List<Batches.Event> events = Batches.events(random, count);
    Map<RollupKey, RollupCell> expected = rollup(List.of(Batches.batch(TENANT, events)));
    List<UsageBatch> batches = new ArrayList<>(Batches.split(random, TENANT, events));
    List<UsageBatch> sent = new ArrayList<>(batches);
    batches.forEach(batch -> sent.addAll(Collections.nCopies(random.nextInt(3), batch)));
    Collections.shuffle(sent, random);
    assertThat(rollup(sent)).isEqualTo(expected);
  }

  @Property(tries = 30)
  void theRollupsOfAnHourAreTheSumOverItsEvents(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 80) int count) {
    List<Batches.Event> events = Batches.events(random, count);
    BigDecimal direct =
        events.stream()
            .map(
                e ->
                    e.quantities().numbers().get("gb_hours").multiply(BigDecimal.valueOf(e.sign())))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    Map<RollupKey, RollupCell> cells = rollup(Batches.split(random, TENANT, events));
    assertThat(
            cells.entrySet().stream()
                .filter(c -> c.getKey().meter().equals("gb_hours"))
                .map(c -> c.getValue().quantity())
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(direct);
    assertThat(
            cells.entrySet().stream()
                .filter(c -> c.getKey().meter().equals(RollupKey.EVENTS))
                .mapToLong(c -> c.getValue().events())
                .sum())
        .isEqualTo(events.stream().mapToLong(Batches.Event::sign).sum());
  }

  @Property(tries = 200)
  void theRollupsOfADayInAnyZoneAreTheSumOverItsEvents(
      @ForAll Random random, @ForAll("zones") ZoneId zone, @ForAll @IntRange(max = 2) int days) {
    List<Batches.Event> events = Batches.events(random, 60);
    LocalDate day = LocalDate.of(2024, 5, 24).plusDays(days);
    Instant from = day.atStartOfDay(zone).toInstant();
    Instant to = day.plusDays(1).atStartOfDay(zone).toInstant();
    BigDecimal direct = BigDecimal.ZERO;
    for (Batches.Event event : events) {
      if (!event.time().isBefore(from) && event.time().isBefore(to)) {
        direct =
            direct.add(
                event
                    .quantities()
                    .numbers()
                    .get("gb_hours")
                    .multiply(BigDecimal.valueOf(event.sign())));
      }
    }
    BigDecimal rolledUp = BigDecimal.ZERO;
    for (Map.Entry<RollupKey, RollupCell> cell :
        rollup(Batches.split(random, TENANT, events)).entrySet()) {
      Instant quarter = cell.getKey().charge().start();
      if (cell.getKey().meter().equals("gb_hours")
          && !quarter.isBefore(from)
          && quarter.isBefore(to)) {
        rolledUp = rolledUp.add(cell.getValue().quantity());
      }
    }
    assertThat(rolledUp).isEqualByComparingTo(direct);
  }

  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of(ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).toList());
  }

  @Property(tries = 60)
  void theFastTallyIsThePlainOne(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 120) int count) {
    List<UsageBatch> batches = Batches.split(random, TENANT, Batches.events(random, count));
    assertThat(rollup(batches)).isEqualTo(PlainRollup.of(batches));
  }

  @Property(tries = 30)
  void whatIsOutsideOfTheSpanIsLeftOut(@ForAll Random random) {
    List<UsageBatch> batches = Batches.split(random, TENANT, Batches.events(random, 60));
    long cut = ChargeSpan.quarterOf(Instant.parse("2024-05-25T00:00:00Z"));
    Map<RollupKey, RollupCell> plain = new HashMap<>(PlainRollup.of(batches));
    plain.keySet().removeIf(key -> ChargeSpan.quarterOf(key.charge().start()) < cut);
    assertThat(rollup(batches, new ChargeSpan(cut, Long.MAX_VALUE))).isEqualTo(plain);
  }

  static Map<RollupKey, RollupCell> rollup(List<UsageBatch> sent) {
    return rollup(sent, ChargeSpan.ALL);
  }

  /** What the service does: each batch id once, then add. */
  private static Map<RollupKey, RollupCell> rollup(List<UsageBatch> sent, ChargeSpan span) {
    RollupTally tally = new RollupTally(span);
    Set<UUID> applied = new HashSet<>();
    Numbers<DimensionSet> sets = new Numbers<>();
    for (BatchTally batch : Batches.read(sent)) {
      if (applied.add(batch.batchId())) {
        tally.add(batch, batch.sets().stream().mapToLong(sets::of).toArray());
      }
    }
    Numbers<String> names = new Numbers<>();
    names.of(RollupKey.EVENTS);
    Map<String, Integer> meters = new HashMap<>();
    tally.meters().forEach(name -> meters.put(name, names.of(name)));
    Map<RollupKey, RollupCell> cells = new HashMap<>();
    for (RollupRow row : tally.rows(meters)) {
      RollupKey key =
          new RollupKey(
              quarter(row.charge()),
              sets.word((int) row.dimensionSet()),
              quarter(row.posting()),
              names.word(row.meter()));
      assertThat(cells).doesNotContainKey(key);
      cells.put(key, new RollupCell(new BigDecimal(row.quantity()), row.events()));
    }
    return cells;
  }

  private static QuarterHour quarter(long number) {
    return new QuarterHour(Instant.ofEpochSecond(number * 900));
  }

  /** Numbers words as the database does, from 0. */
  private static final class Numbers<T> {
    private final List<T> words = new ArrayList<>();

    int of(T word) {
      if (!words.contains(word)) {
        words.add(word);
      }
      return words.indexOf(word);
    }

    T word(int number) {
      return words.get(number);
    }
  }
}
