package io.ledgerline.report.reconciliation;

import java.math.BigDecimal;
import java.util.SortedMap;

/**
 * The outcome of a reconciliation over a span.
 *
 * @param verdict the worst of all lines
 * @param lines how many were compared
 * @param agreeing how many of them agree
 * @param pending how many wait for batches on their way
 * @param differing how many differ
 * @param byMeter sums of all accounts and hours; {@link AccountMeter#EVENTS} counts events
 */
public record SpanTotals(
    Verdict verdict,
    long lines,
    long agreeing,
    long pending,
    long differing,
    SortedMap<String, Stages> byMeter) {
  /** The outcome in a word. */
  public enum Verdict {
    /** Every line agrees. */
    RECONCILED,
    /** Nothing is wrong so far, but batches are still on their way. */
    PENDING,
    /** At least one line differs. */
    UNRECONCILED
  }

  /**
   * Sums of one meter by stage.
   *
   * @param accepted as it was answered recorded
   * @param inLedger counted from the rows
   * @param published of those, what is on the topic
   * @param rolledUp of the rollups
   * @param reported what runs have read
   * @param later accepted after the runs that cover its hour
   * @param unreported accepted in hours that no run covers
   */
  public record Stages(
      BigDecimal accepted,
      BigDecimal inLedger,
      BigDecimal published,
      BigDecimal rolledUp,
      BigDecimal reported,
      BigDecimal later,
      BigDecimal unreported) {}
}
