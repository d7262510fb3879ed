package io.ledgerline.report.allocation;

import io.ledgerline.contracts.Decimals;
import java.math.BigDecimal;

/**
 * What becomes of a bearer's cost in one currency; exact.
 *
 * @param own what it is charged for its own usage; 0 for accounts and workspaces, whose usage is
 *     charged to cost centres
 * @param received its parts of pools
 * @param given what was spread over others because it is a pool
 */
public record Balance(BigDecimal own, BigDecimal received, BigDecimal given) {
  /** Nothing. */
  public static final Balance ZERO = new Balance(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

  /** Brings them to normal form. */
  public Balance {
    own = Decimals.normal(own);
    received = Decimals.normal(received);
    given = Decimals.normal(given);
  }

  /** What it bears in the end. */
  public BigDecimal total() {
    return Decimals.normal(own.add(received).subtract(given));
  }

  Balance plus(Balance other) {
    return new Balance(own.add(other.own), received.add(other.received), given.add(other.given));
  }

  Balance plusOwn(BigDecimal amount) {
    return new Balance(own.add(amount), received, given);
  }

  Balance plusReceived(BigDecimal amount) {
    return new Balance(own, received.add(amount), given);
  }

  Balance plusGiven(BigDecimal amount) {
    return new Balance(own, received, given.add(amount));
  }
}
