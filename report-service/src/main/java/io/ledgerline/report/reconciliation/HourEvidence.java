package io.ledgerline.report.reconciliation;

import java.math.BigDecimal;

/** What is looked up only for lines on which the stages do not agree. May block. */
public interface HourEvidence {
  /**
   * What batches on their way to the rollups will still add to a line, less what the rollups have
   * of batches after the watermark.
   */
  BigDecimal onItsWay(AccountMeter line);

  /**
   * Whether more batches are on their way than were looked into, so that {@link #onItsWay} may be
   * too little.
   */
  boolean moreOnItsWay();

  /** What had been accepted at the watermark of the run that {@code reported} comes from. */
  BigDecimal acceptedWhenReported(AccountMeter line);
}
