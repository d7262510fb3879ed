package io.ledgerline.report.gauge.rest;

import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.report.gauge.GapPolicy;
import io.ledgerline.report.gauge.Weighting;

/**
 * How a gauge is weighted.
 *
 * @param meter which
 * @param carryForward for how long a sample holds at most when no other comes
 * @param gap what counts where no sample holds
 */
public record WeightingView(String meter, String carryForward, GapPolicy gap) {
  static WeightingView of(MeterName meter, Weighting weighting) {
    return new WeightingView(meter.value(), weighting.carryForward().toString(), weighting.gap());
  }
}
