package io.ledgerline.ingest.ledger.scan;

import io.ledgerline.ingest.ledger.batch.ExactSum;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** Counts rows and adds up their quantities, each by its sign. For one thread. */
public final class Tally {
  private static final byte COMMA = ',';

  private long rows;
  private long events;

  /** By the meter's number in its {@link Shapes}; null for meters that did not come. */
  private ExactSum[] sums = new ExactSum[4];

  /**
   * Adds a row.
   *
   * @param shape of its dimension set
   * @param row where its quantities stand
   * @param column of the quantities
   * @throws IllegalStateException when they do not fit the shape: the row was tampered with
   */
  public void add(Shape shape, CopyRow row, int column) {
    byte[] text = row.data();
    int at = row.start(column);
    int end = at + row.length(column);
    int[] meters = shape.meters();
    for (int i = 0; i < meters.length; i++) {
      int from = at;
      while (at < end && text[at] != COMMA) {
        at++;
      }
      if (at == end && i < meters.length - 1) {
        throw misfit(null);
      }
      try {
        sum(meters[i]).add(text, from, at, shape.sign());
      } catch (NumberFormatException e) {
        throw misfit(e);
      }
      at++;
    }
    if (at <= end) {
      throw misfit(null);
    }
    rows++;
    events += shape.sign();
  }

  /** Adds another tally of the same shapes. */
  public void add(Tally other) {
    rows += other.rows;
    events += other.events;
    for (int meter = 0; meter < other.sums.length; meter++) {
      if (other.sums[meter] != null) {
        sum(meter).add(other.sums[meter]);
      }
    }
  }

  /** How many rows. */
  public long rows() {
    return rows;
  }

  /** How many events: rows that add less rows that take back. */
  public long events() {
    return events;
  }

  /** The sums by meter name, sorted; {@code names} as its shapes number them. */
  public SortedMap<String, BigDecimal> byMeter(IntFunction<String> names) {
    SortedMap<String, BigDecimal> byMeter = new TreeMap<>();
    for (int meter = 0; meter < sums.length; meter++) {
      if (sums[meter] != null) {
        byMeter.put(names.apply(meter), sums[meter].value());
      }
    }
    return byMeter;
  }

  /** The sums as plain decimals. */
  public SortedMap<String, String> texts(Shapes shapes) {
    SortedMap<String, String> texts = new TreeMap<>();
    byMeter(shapes::meter).forEach((meter, sum) -> texts.put(meter, sum.toPlainString()));
    return texts;
  }

  private ExactSum sum(int meter) {
    if (meter >= sums.length) {
      sums = java.util.Arrays.copyOf(sums, Math.max(meter + 1, sums.length * 2));
    }
    if (sums[meter] == null) {
      sums[meter] = new ExactSum();
    }
    return sums[meter];
  }

  private static IllegalStateException misfit(Exception cause) {
    return new IllegalStateException(
        "a ledger row's quantities do not fit its dimension set; './ledgerline verify' names it",
        cause);
  }
}
