package io.ledgerline.report.allocation;

import java.util.Locale;

/** Why a pool, or what remains of it, stays where it is. */
public enum Unspread {
  /** No rule speaks of it. */
  NO_RULE,
  /** It goes by usage, and none of those who may bear it used anything. */
  NO_USAGE,
  /** Nobody is there to bear it. */
  NO_TARGETS,
  /** The provider's usage was rated at no less than the invoice says. */
  NOTHING_IDLE,
  /** The minimum charges are more than there is. */
  MINIMUMS_EXCEED_TOTAL,
  /** The minimum charges are in another currency. */
  OTHER_CURRENCY,
  /** It goes by cost, and some are charged in other currencies, which cannot be compared. */
  MIXED_CURRENCIES,
  /** The provider's invoice is for a month that is not wholly in the period. */
  MONTH_NOT_WHOLE;

  /** As the API writes it. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
