package io.ledgerline.report.vendor.vergeos;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Adds up what was sampled in a span, sample by sample. A resource counts with the mean of its
 * samples in the span; if it has none there, with its last one for as long as that holds. Resources
 * add up; a percentage is their mean. Rounded half-up once, at the end. A resource that changed
 * hands is its owners' by their samples.
 */
public final class MeasureTally {
  private static final MathContext EXACT_ENOUGH = MathContext.DECIMAL128;

  /** So many places outlast the division of means; what is behind them is its remainder. */
  private static final int PLACES = 12;

  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

  private final Map<Series, Map<Owner, Sum>> series = new LinkedHashMap<>();
  private final Map<Owner, long[]> counts = new HashMap<>();

  private record Series(String resource, RecordField field) {}

  private record Sum(BigDecimal value, int count) {
    Sum plus(Sum other) {
      return new Sum(value.add(other.value), count + other.count);
    }
  }

  /** What is one owner's, while it is added up. */
  private static final class Share {
    private final Map<RecordField, BigDecimal> values = new EnumMap<>(RecordField.class);
    private BigDecimal resources = BigDecimal.ZERO;

    void add(RecordField field, Sum sum, int ofAll) {
      BigDecimal all = BigDecimal.valueOf(ofAll);
      values.merge(field, sum.value().divide(all, EXACT_ENOUGH), BigDecimal::add);
      if (field.isPercentage()) {
        BigDecimal share = BigDecimal.valueOf(sum.count()).divide(all, EXACT_ENOUGH);
        resources = resources.add(share);
      }
    }
  }

  /** Counts a sample of the span, whatever the order. */
  public void add(CapacitySample sample) {
    long[] counted = counts.computeIfAbsent(sample.owner(), owner -> new long[2]);
    counted[0] += sample.hasWorkload() ? 1 : 0;
    counted[1] += sample.hasStorage() ? 1 : 0;
    gather(sample, series, Set.of());
  }

  private static void gather(
      CapacitySample sample, Map<Series, Map<Owner, Sum>> into, Set<Series> without) {
    sample
        .values()
        .forEach(
            (field, value) -> {
              Series key = new Series(sample.resource(), field);
              if (!without.contains(key)) {
                into.computeIfAbsent(key, first -> new LinkedHashMap<>())
                    .merge(sample.owner(), new Sum(value, 1), Sum::plus);
              }
            });
  }

  /**
   * What the record says.
   *
   * @param held where resources stand at the end of the span, whenever that was sampled
   */
  public Measures with(List<CapacitySample> held) {
    Map<Series, Map<Owner, Sum>> all = new LinkedHashMap<>(series);
    Set<Series> sampled = new HashSet<>(series.keySet());
    held.forEach(sample -> gather(sample, all, sampled));
    Map<Owner, Share> shares = new LinkedHashMap<>();
    counts.keySet().forEach(owner -> shares.put(owner, new Share()));
    all.forEach(
        (key, owners) -> {
          int count = owners.values().stream().mapToInt(Sum::count).sum();
          owners.forEach(
              (owner, sum) ->
                  shares.computeIfAbsent(owner, first -> new Share()).add(key.field(), sum, count));
        });
    return measures(shares);
  }

  private Measures measures(Map<Owner, Share> shares) {
    List<RecordPart> parts = new ArrayList<>();
    Share whole = new Share();
    long[] counted = new long[2];
    shares.forEach(
        (owner, share) -> {
          long[] own = counts.getOrDefault(owner, new long[2]);
          counted[0] += own[0];
          counted[1] += own[1];
          share.values.forEach((field, value) -> whole.values.merge(field, value, BigDecimal::add));
          whole.resources = whole.resources.add(share.resources);
          parts.add(new RecordPart(owner, share.values, share.resources, own[0], own[1]));
        });
    Map<RecordField, Long> numbers = new EnumMap<>(RecordField.class);
    whole.values.forEach((field, sum) -> numbers.put(field, rounded(field, sum, whole.resources)));
    numbers.put(RecordField.WORKLOAD_DATAPOINTS, counted[0]);
    numbers.put(RecordField.STORAGE_DATAPOINTS, counted[1]);
    return new Measures(numbers, parts);
  }

  private static long rounded(RecordField field, BigDecimal sum, BigDecimal resources) {
    BigDecimal value = field.isPercentage() ? sum.divide(resources, EXACT_ENOUGH) : sum;
    return value
        .setScale(PLACES, RoundingMode.HALF_UP)
        .setScale(0, RoundingMode.HALF_UP)
        .max(BigDecimal.ZERO)
        .min(MOST)
        .longValueExact();
  }
}
