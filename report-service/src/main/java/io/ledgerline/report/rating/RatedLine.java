package io.ledgerline.report.rating;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * What usage costs.
 *
 * @param usage what was used
 * @param basis what the cost rests on
 * @param units the quantity in the unit of the price that is paid
 * @param costs in the prices' currencies: the list cost in the list price's, the others in that of
 *     the price that is paid
 * @param billing the same in the billing currency
 */
public record RatedLine(UsageLine usage, Basis basis, BigDecimal units, Costs costs, Costs billing)
    implements Outcome {
  /** Checks that all is there. */
  public RatedLine {
    Objects.requireNonNull(usage, "usage");
    Objects.requireNonNull(basis, "basis");
    Objects.requireNonNull(units, "units");
    Objects.requireNonNull(costs, "costs");
    Objects.requireNonNull(billing, "billing");
  }

  /** This and later usage that rests on the same as one. */
  public RatedLine plus(RatedLine more) {
    return new RatedLine(
        usage.plus(more.usage),
        basis,
        units.add(more.units),
        costs.plus(more.costs),
        billing.plus(more.billing));
  }
}
