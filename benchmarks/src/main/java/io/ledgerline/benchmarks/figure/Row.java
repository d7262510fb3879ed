package io.ledgerline.benchmarks.figure;

/**
 * One figure of a run.
 *
 * @param name of the row, as {@code --only} takes it
 * @param value what was measured
 * @param unit of value and limit
 * @param limit what it is compared with, measured in the same run; null when there is none
 * @param ratio value by limit; null when there is none
 * @param reach what it has to reach; null when it is there to be known only
 * @param spread how far repeated measurements lie apart, as a share; null when measured once
 * @param note what else there is to say, for people; may be empty
 */
public record Row(
    String name,
    double value,
    String unit,
    Double limit,
    Double ratio,
    Reach reach,
    Double spread,
    String note) {
  /** A figure that is only to be known. */
  public static Row of(String name, double value, String unit, String note) {
    return new Row(name, value, unit, null, null, null, null, note);
  }

  /** A figure that must not be more than so much. */
  public static Row atMost(double most, String name, double value, String unit, String note) {
    return new Row(name, value, unit, null, null, new Reach.ValueAtMost(most), null, note);
  }

  /** A figure that was measured several times. */
  public static Row of(String name, Series series, String unit, String note) {
    return new Row(name, series.median(), unit, null, null, null, series.spread(), note);
  }

  /** A figure between limits. */
  public static Row of(String name, Interleaved all, String unit, Double least, String note) {
    Reach reach = least == null ? null : new Reach.RatioAtLeast(least);
    return new Row(
        name,
        all.value().median(),
        unit,
        all.limit().median(),
        all.ratios().median(),
        reach,
        all.ratios().spread(),
        note);
  }

  /** Whether it reaches what it has to; true when there is nothing to reach. */
  public boolean ok() {
    return reach == null || reach.isReachedBy(this);
  }
}
