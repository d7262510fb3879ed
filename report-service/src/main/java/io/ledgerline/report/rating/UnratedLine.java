package io.ledgerline.report.rating;

import io.ledgerline.report.pricing.UnratedReason;
import java.util.Objects;

/**
 * Usage without a cost; never counted as zero.
 *
 * @param usage what was used
 * @param payer who would pay
 * @param reason why it has no cost
 */
public record UnratedLine(UsageLine usage, Payer payer, UnratedReason reason) implements Outcome {
  /** Checks that all is there. */
  public UnratedLine {
    Objects.requireNonNull(usage, "usage");
    Objects.requireNonNull(payer, "payer");
    Objects.requireNonNull(reason, "reason");
  }
}
