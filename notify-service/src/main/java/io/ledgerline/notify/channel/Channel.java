package io.ledgerline.notify.channel;

import io.smallrye.mutiny.Uni;

/** One way to deliver a report. Implementations are beans and may be called concurrently. */
public interface Channel {
  /** The channel's name on the wire, such as {@code email}. */
  String name();

  /**
   * Delivers a report once. It may be called again for the same shipment after a failure or a
   * crash, so a repeat must do no harm beyond what the receiver can recognise as a repeat.
   *
   * @return the receipt when the receiver has confirmed; a failure with {@link SendException},
   *     anything else counts as a failure that may pass
   */
  Uni<Receipt> send(Shipment shipment);

  /** What is configured, for people; no secrets. */
  ChannelInfo info();
}
