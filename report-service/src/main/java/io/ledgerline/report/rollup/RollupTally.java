package io.ledgerline.report.rollup;

import io.ledgerline.contracts.QuarterHour;
import io.ledgerline.contracts.message.UsageBatch;
import io.ledgerline.contracts.message.UsageFact;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds batches up in memory, so that the database is touched once per sum and not once per event.
 * Addition commutes: batches may come in any order and in any company.
 */
public final class RollupTally {
  private static final RollupCell ONE_EVENT = new RollupCell(BigDecimal.ZERO, 1);

  private final Map<RollupKey, RollupCell> cells = new HashMap<>();

  /** Adds all facts of a batch. Whoever calls sees to it that no batch is added twice. */
  public void add(UsageBatch batch) {
    QuarterHour posting = QuarterHour.of(batch.postedAt());
    List<DimensionSet> sets =
        batch.dimensions().stream().map(d -> new DimensionSet(batch.tenant(), d)).toList();
    for (UsageFact fact : batch.facts()) {
      QuarterHour charge = QuarterHour.of(fact.time());
      DimensionSet set = sets.get(fact.dimensions());
      add(new RollupKey(charge, set, posting, RollupKey.EVENTS), ONE_EVENT);
      fact.quantities()
          .byMeter()
          .forEach(
              (meter, quantity) ->
                  add(
                      new RollupKey(charge, set, posting, meter.value()),
                      new RollupCell(quantity.value(), 1)));
    }
  }

  /** The sums so far. */
  public Map<RollupKey, RollupCell> cells() {
    return Collections.unmodifiableMap(cells);
  }

  private void add(RollupKey key, RollupCell cell) {
    cells.merge(key, cell, RollupCell::plus);
  }
}
