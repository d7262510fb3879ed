package io.ledgerline.report.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.Decimals;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.message.UsageBatch;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
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
            .map(e -> e.quantities().numbers().get("gb_hours"))
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
        .isEqualTo(count);
  }

  /** What the service does: each batch id once, then add. */
  private static Map<RollupKey, RollupCell> rollup(List<UsageBatch> sent) {
    RollupTally tally = new RollupTally();
    Set<UUID> applied = new HashSet<>();
    for (UsageBatch batch : sent) {
      if (applied.add(batch.batchId())) {
        tally.add(batch);
      }
    }
    Map<RollupKey, RollupCell> normal = new HashMap<>();
    tally
        .cells()
        .forEach(
            (key, cell) ->
                normal.put(key, new RollupCell(Decimals.normal(cell.quantity()), cell.events())));
    return normal;
  }
}
