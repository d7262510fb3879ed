package io.ledgerline.report.vendor.vergeos;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds up what was sampled in a span, sample by sample. A resource counts with the mean of its
 * samples in the span; if it has none there, with its last one for as long as that holds. Resources
 * add up; a percentage is their mean. Rounded half-up once, at the end.
 */
public final class MeasureTally {
  private static final MathContext EXACT_ENOUGH = MathContext.DECIMAL128;
  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

  private final Map<Series, Mean> series = new HashMap<>();
  private long workload;
  private long storage;

  private record Series(String resource, RecordField field) {}

  private record Mean(BigDecimal sum, int count) {
    static Mean of(BigDecimal value) {
      return new Mean(value, 1);
    }

    Mean plus(Mean other) {
      return new Mean(sum.add(other.sum), count + other.count);
    }

    BigDecimal value() {
      return sum.divide(BigDecimal.valueOf(count), EXACT_ENOUGH);
    }
  }

  /** Counts a sample of the span, whatever the order. */
  public void add(CapacitySample sample) {
    workload += sample.hasWorkload() ? 1 : 0;
    storage += sample.hasStorage() ? 1 : 0;
    sample
        .values()
        .forEach(
            (field, value) ->
                series.merge(new Series(sample.resource(), field), Mean.of(value), Mean::plus));
  }

  /**
   * What the record says.
   *
   * @param held where resources stand at the end of the span, whenever that was sampled
   */
  public Measures with(List<CapacitySample> held) {
    Map<Series, Mean> all = new HashMap<>(series);
    for (CapacitySample sample : held) {
      sample
          .values()
          .forEach(
              (field, value) ->
                  all.putIfAbsent(new Series(sample.resource(), field), Mean.of(value)));
    }
    Map<RecordField, Mean> resources = new EnumMap<>(RecordField.class);
    all.forEach((key, mean) -> resources.merge(key.field(), Mean.of(mean.value()), Mean::plus));
    Map<RecordField, Long> numbers = new EnumMap<>(RecordField.class);
    resources.forEach((field, sum) -> numbers.put(field, rounded(field, sum)));
    numbers.put(RecordField.WORKLOAD_DATAPOINTS, workload);
    numbers.put(RecordField.STORAGE_DATAPOINTS, storage);
    return new Measures(numbers);
  }

  private static long rounded(RecordField field, Mean resources) {
    BigDecimal whole = field.isPercentage() ? resources.value() : resources.sum();
    return whole.setScale(0, RoundingMode.HALF_UP).max(BigDecimal.ZERO).min(MOST).longValueExact();
  }
}
