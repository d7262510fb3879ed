package io.ledgerline.report.rating;

import io.ledgerline.contracts.Decimals;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * What usage costs, three ways; exact.
 *
 * @param list by the list price
 * @param contracted by what was agreed: a contract price, or the list price with a discount
 * @param billed what is charged to who pays: the contracted cost with its markup
 */
public record Costs(BigDecimal list, BigDecimal contracted, BigDecimal billed) {
  /** Nothing. */
  public static final Costs ZERO = new Costs(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

  /** Checks that all is there. */
  public Costs {
    Objects.requireNonNull(list, "list");
    Objects.requireNonNull(contracted, "contracted");
    Objects.requireNonNull(billed, "billed");
  }

  /** The exact sum. */
  public Costs plus(Costs more) {
    return new Costs(list.add(more.list), contracted.add(more.contracted), billed.add(more.billed));
  }

  /** The exact difference. */
  public Costs minus(Costs less) {
    return new Costs(
        list.subtract(less.list),
        contracted.subtract(less.contracted),
        billed.subtract(less.billed));
  }

  /** The same amounts in the normal form of decimals. */
  public Costs normal() {
    return new Costs(Decimals.normal(list), Decimals.normal(contracted), Decimals.normal(billed));
  }

  /** Whether all three are zero. */
  public boolean isZero() {
    return list.signum() == 0 && contracted.signum() == 0 && billed.signum() == 0;
  }
}
