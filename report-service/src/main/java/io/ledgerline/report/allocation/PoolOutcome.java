package io.ledgerline.report.allocation;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/**
 * What became of a pool in one currency.
 *
 * @param slice the time
 * @param pool which
 * @param rule the rule that was in force; null for {@link Unspread#NO_RULE}
 * @param method how it was spread; null without a rule
 * @param invoice the provider's invoice that it comes from; null for a cost centre
 * @param currency of all amounts
 * @param amount what was to be spread
 * @param spread what the lines add up to
 * @param unspread why nothing was spread; null when something was
 * @param lines one for each target, sorted
 */
public record PoolOutcome(
    Slice slice,
    Pool pool,
    UUID rule,
    Method method,
    Invoice invoice,
    Currency currency,
    Fraction amount,
    BigDecimal spread,
    Unspread unspread,
    List<AllocatedLine> lines) {
  /** Copies the lines. */
  public PoolOutcome {
    lines = List.copyOf(lines);
  }

  /** What stays in the pool: less than a unit that rounding leaves, or what nobody is to bear. */
  public Fraction remainder() {
    return amount.minus(Fraction.of(spread));
  }
}
