package io.ledgerline.report.pricing;

import java.util.Objects;

/**
 * Each part of the sum has the price of the band it lies in.
 *
 * @param bands of the sum; limits are units (tokens, say), whatever the prices are per
 * @param over what is added up, and when it starts anew
 */
public record GraduatedRate(Bands bands, Accumulation over) implements Rate {
  /** Checks that all is there. */
  public GraduatedRate {
    Objects.requireNonNull(bands, "bands");
    Objects.requireNonNull(over, "over");
  }
}
