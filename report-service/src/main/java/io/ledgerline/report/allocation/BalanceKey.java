package io.ledgerline.report.allocation;

import java.util.Comparator;
import java.util.Currency;

/**
 * Whose balance in which currency.
 *
 * @param target who
 * @param currency ISO 4217
 */
public record BalanceKey(Target target, Currency currency) implements Comparable<BalanceKey> {
  private static final Comparator<BalanceKey> ORDER =
      Comparator.comparing(BalanceKey::target)
          .thenComparing(key -> key.currency().getCurrencyCode());

  @Override
  public int compareTo(BalanceKey other) {
    return ORDER.compare(this, other);
  }
}
