package io.ledgerline.ingest.ledger.query;

import io.ledgerline.contracts.Decimals;
import io.ledgerline.contracts.QuarterHour;
import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.RequestSize;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a span adds up to by quarter hour and kind of usage. For one thread. */
final class QuarterTable {
  private static final int NONE = 0;

  private static final Comparator<Key> ORDER =
      Comparator.comparing(Key::quarter)
          .thenComparingInt(Key::setId)
          .thenComparingInt(Key::above)
          .thenComparing(key -> key.tags().toString());

  private final QuarterSumsWish wish;
  private final SortedMap<Key, Line> lines = new TreeMap<>(ORDER);

  private record Key(Instant quarter, int setId, int above, SortedMap<String, String> tags) {}

  private record Line(SetWords words, SortedMap<String, BigDecimal> quantities) {}

  QuarterTable(QuarterSumsWish wish) {
    this.wish = wish;
  }

  /**
   * Adds a row.
   *
   * @param time its charge time
   * @param setId number of its dimension set
   * @param words what the set stands for
   * @param quantities as they lie there
   * @param tags those of its tags that are asked for
   */
  void add(
      Instant time, int setId, SetWords words, String quantities, SortedMap<String, String> tags) {
    String[] texts = quantities.split(",", -1);
    Key key = new Key(QuarterHour.of(time).start(), setId, above(words.meters(), texts), tags);
    Map<String, BigDecimal> sums =
        lines.computeIfAbsent(key, first -> new Line(words, new TreeMap<>())).quantities();
    for (int i = 0; i < texts.length; i++) {
      String meter = words.meters().get(i);
      if (wish.meters().contains(meter)) {
        BigDecimal quantity = new BigDecimal(texts[i]);
        sums.merge(meter, words.sign() < 0 ? quantity.negate() : quantity, BigDecimal::add);
      }
    }
  }

  /** The sums in order, those of nothing left out. */
  List<QuarterSum> sums() {
    List<QuarterSum> sums = new ArrayList<>();
    lines.forEach(
        (key, line) -> {
          line.quantities().values().removeIf(sum -> sum.signum() == 0);
          line.quantities().replaceAll((meter, sum) -> Decimals.normal(sum));
          if (!line.quantities().isEmpty()) {
            sums.add(sum(key, line));
          }
        });
    return sums;
  }

  private static QuarterSum sum(Key key, Line line) {
    Dimensions d = line.words().dimensions();
    return new QuarterSum(
        key.quarter(),
        d.sourceAccount(),
        d.principal() == null ? null : d.principal().value(),
        d.workspace(),
        d.project(),
        d.provider(),
        d.model(),
        d.region(),
        d.operation(),
        d.priceClass().values(),
        key.tags(),
        key.above() == NONE ? null : key.above(),
        line.quantities());
  }

  private int above(List<String> meters, String[] quantities) {
    if (wish.steps().isEmpty()) {
      return NONE;
    }
    BigDecimal size = BigDecimal.ZERO;
    for (int i = 0; i < quantities.length; i++) {
      MeterName meter = new MeterName(meters.get(i));
      if (RequestSize.METERS.contains(meter)) {
        size = size.add(new BigDecimal(quantities[i]));
      } else if (meter.equals(MeterName.REQUESTS)
          && !RequestSize.isOne(new BigDecimal(quantities[i]))) {
        return NONE;
      }
    }
    int above = NONE;
    for (int step : wish.steps()) {
      above = size.compareTo(BigDecimal.valueOf(step)) > 0 ? step : above;
    }
    return above;
  }
}
