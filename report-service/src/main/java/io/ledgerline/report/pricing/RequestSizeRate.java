package io.ledgerline.report.pricing;

import java.util.Objects;

/**
 * The size of a request (all its input tokens, cached ones too) picks one price for all of it.
 *
 * @param bands of the request's size in tokens; every limit is a step of the {@code ContextLadder}
 */
public record RequestSizeRate(Bands bands) implements Rate {
  /** Checks that the bands are there. */
  public RequestSizeRate {
    Objects.requireNonNull(bands, "bands");
  }
}
