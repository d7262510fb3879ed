package io.ledgerline.report.rollup;

import io.ledgerline.contracts.Decimals;
import io.ledgerline.contracts.QuarterHour;
import io.ledgerline.contracts.message.UsageBatch;
import io.ledgerline.contracts.message.UsageFact;
import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.Labels;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What rollups mean, said as plainly as possible: the measure of the fast way. */
final class PlainRollup {
  private PlainRollup() {}

  /** Adds all facts of all batches up. */
  static Map<RollupKey, RollupCell> of(Collection<UsageBatch> batches) {
    Map<RollupKey, RollupCell> cells = new HashMap<>();
    for (UsageBatch batch : batches) {
      QuarterHour posting = QuarterHour.of(batch.postedAt());
      for (UsageFact fact : batch.facts()) {
        QuarterHour charge = QuarterHour.of(fact.time());
        DimensionSet set = new DimensionSet(batch.tenant(), dimensions(batch, fact));
        BigDecimal sign = BigDecimal.valueOf(fact.sign());
        cells.merge(
            new RollupKey(charge, set, posting, RollupKey.EVENTS),
            new RollupCell(BigDecimal.ZERO, fact.sign()),
            RollupCell::plus);
        fact.quantities()
            .byMeter()
            .forEach(
                (meter, quantity) ->
                    cells.merge(
                        new RollupKey(charge, set, posting, meter.value()),
                        new RollupCell(quantity.value().multiply(sign), fact.sign()),
                        RollupCell::plus));
      }
    }
    cells.replaceAll((k, c) -> new RollupCell(Decimals.normal(c.quantity()), c.events()));
    return cells;
  }

  /** What a fact is added up by: what its source says, its size and the tags that are kept. */
  private static Dimensions dimensions(UsageBatch batch, UsageFact fact) {
    Dimensions stated = batch.dimensions().get(fact.dimensions());
    return stated.with(
        Batches.GRAIN.ladder().classOf(stated.priceClass(), fact.quantities()),
        fact.tags() == null ? Labels.NONE : Batches.GRAIN.kept(batch.tags().get(fact.tags())));
  }

  /** What a batch adds, by charge quarter hour. */
  static SortedMap<Long, BatchEffect.Part> effect(UsageBatch batch) {
    SortedMap<Long, SortedMap<String, BigDecimal>> sums = new TreeMap<>();
    SortedMap<Long, Long> events = new TreeMap<>();
    for (UsageFact fact : batch.facts()) {
      long quarter = QuarterHour.of(fact.time()).start().getEpochSecond();
      BigDecimal sign = BigDecimal.valueOf(fact.sign());
      events.merge(quarter, (long) fact.sign(), Long::sum);
      fact.quantities()
          .byMeter()
          .forEach(
              (m, quantity) ->
                  sums.computeIfAbsent(quarter, q -> new TreeMap<>())
                      .merge(m.value(), quantity.value().multiply(sign), BigDecimal::add));
    }
    SortedMap<Long, BatchEffect.Part> effect = new TreeMap<>();
    sums.forEach(
        (quarter, byMeter) -> {
          SortedMap<String, String> texts = new TreeMap<>();
          byMeter.forEach((m, sum) -> texts.put(m, Decimals.normal(sum).toPlainString()));
          effect.put(quarter, new BatchEffect.Part(events.get(quarter), texts));
        });
    return effect;
  }
}
