package io.ledgerline.report.rating;

import io.ledgerline.contracts.usage.Dimensions;
import java.time.Instant;

/** Who pays for usage, as known at one instant. */
@FunctionalInterface
public interface Attribution extends Dated {
  /** Nobody in particular pays. */
  Attribution NONE = (dimensions, time) -> Payer.NOBODY;

  /** Who pays for usage of these dimensions at this time. */
  Payer payer(Dimensions dimensions, Instant time);
}
