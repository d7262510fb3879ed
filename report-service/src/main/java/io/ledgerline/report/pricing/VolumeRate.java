package io.ledgerline.report.pricing;

import java.util.Objects;

/**
 * The whole sum has the price of the one band that it has reached.
 *
 * @param bands of the sum; limits are units (tokens, say), whatever the prices are per
 * @param over what is added up, and when it starts anew
 */
public record VolumeRate(Bands bands, Accumulation over) implements Rate {
  /** Checks that all is there. */
  public VolumeRate {
    Objects.requireNonNull(bands, "bands");
    Objects.requireNonNull(over, "over");
  }
}
