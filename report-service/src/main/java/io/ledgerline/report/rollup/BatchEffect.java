package io.ledgerline.report.rollup;

import io.ledgerline.contracts.Decimals;
import io.ledgerline.contracts.QuarterHour;
import io.ledgerline.contracts.message.UsageBatch;
import io.ledgerline.contracts.message.UsageFact;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one batch adds to the rollups, kept with its id: proof per batch, and the means to look past
 * batches that came later than a watermark.
 *
 * @param quarters by the charge quarter hour's start in seconds since the epoch
 */
public record BatchEffect(SortedMap<Long, Part> quarters) {
  /**
   * What it adds to one charge quarter hour.
   *
   * @param events how many events
   * @param quantities sums by meter, as plain decimal text
   */
  public record Part(long events, SortedMap<String, String> quantities) {}

  /** The effect of {@code batch}. */
  public static BatchEffect of(UsageBatch batch) {
    SortedMap<Long, SortedMap<String, BigDecimal>> sums = new TreeMap<>();
    SortedMap<Long, Long> events = new TreeMap<>();
    for (UsageFact fact : batch.facts()) {
      long quarter = QuarterHour.of(fact.time()).start().getEpochSecond();
      events.merge(quarter, 1L, Long::sum);
      SortedMap<String, BigDecimal> byMeter = sums.computeIfAbsent(quarter, q -> new TreeMap<>());
      fact.quantities()
          .byMeter()
          .forEach((m, quantity) -> byMeter.merge(m.value(), quantity.value(), BigDecimal::add));
    }
    SortedMap<Long, Part> quarters = new TreeMap<>();
    events.forEach((quarter, n) -> quarters.put(quarter, new Part(n, texts(sums.get(quarter)))));
    return new BatchEffect(quarters);
  }

  private static SortedMap<String, String> texts(SortedMap<String, BigDecimal> sums) {
    SortedMap<String, String> texts = new TreeMap<>();
    sums.forEach((meter, sum) -> texts.put(meter, Decimals.normal(sum).toPlainString()));
    return texts;
  }
}
