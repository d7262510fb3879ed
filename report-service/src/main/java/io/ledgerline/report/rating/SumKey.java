package io.ledgerline.report.rating;

import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.report.pricing.Accumulation;
import io.ledgerline.report.pricing.Rate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;

/**
 * What has a running sum of its own. A version of a price that is banded otherwise, in another
 * currency, or adds up over something else starts a sum of its own.
 *
 * @param match key of the price
 * @param kind of the rate
 * @param currency of the price
 * @param over what is added up
 * @param scope the account, cost centre … whose sum it is; empty where usage names none
 */
record SumKey(
    Object match,
    Class<? extends Rate> kind,
    Currency currency,
    Accumulation over,
    List<String> scope) {
  static SumKey of(PricedBy price, Accumulation over, Dimensions dimensions, Payer payer) {
    return of(price, over, scope(over.scope(), dimensions, payer));
  }

  static SumKey of(PricedBy price, Accumulation over, List<String> scope) {
    return new SumKey(
        price.key(), price.tariff().rate().getClass(), price.tariff().currency(), over, scope);
  }

  /** The parts of a scope's name; none when one of them is absent: that usage shares one sum. */
  static List<String> scope(Accumulation.Scope scope, Dimensions d, Payer payer) {
    return switch (scope) {
      case TENANT -> List.of();
      case COST_CENTRE -> present(payer.costCentre());
      case SOURCE_ACCOUNT -> present(d.sourceAccount());
      case WORKSPACE -> present(d.sourceAccount(), d.workspace());
      case PROJECT ->
          d.workspace() == null
              ? present(d.sourceAccount(), d.project())
              : present(d.sourceAccount(), d.workspace(), d.project());
      case PRINCIPAL -> present(d.principal() == null ? null : d.principal().toString());
    };
  }

  private static List<String> present(String... parts) {
    return Arrays.stream(parts).allMatch(part -> part != null) ? List.of(parts) : List.of();
  }
}
