package io.ledgerline.notify.delivery.store;

import io.ledgerline.contracts.message.ReportCompleted;
import io.ledgerline.notify.channel.Shipment;
import io.ledgerline.notify.delivery.core.Progress;
import java.time.Instant;

/**
 * A delivery that this replica has to itself until the lease ends.
 *
 * @param shipment what to deliver
 * @param progress with the attempt that now begins
 * @param fence of this claim; a later claim has a higher one and makes this one's results void
 * @param afterLoss whether the attempt before disappeared with its replica
 * @param startedAt when the attempt began
 * @param leaseUntil when others may take over
 * @param traceparent the trace that made the report; empty for none
 */
public record Claim(
    Shipment shipment,
    Progress progress,
    long fence,
    boolean afterLoss,
    Instant startedAt,
    Instant leaseUntil,
    String traceparent) {
  /** The report it delivers. */
  public ReportCompleted report() {
    return shipment.report();
  }

  /** The channel's name. */
  public String channel() {
    return shipment.target().channel();
  }
}
