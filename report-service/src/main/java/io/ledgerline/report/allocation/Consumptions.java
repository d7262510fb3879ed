package io.ledgerline.report.allocation;

import io.ledgerline.contracts.Money;
import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.report.rating.Attribution;
import io.ledgerline.report.rating.CountedLine;
import io.ledgerline.report.rating.Outcome;
import io.ledgerline.report.rating.Payer;
import io.ledgerline.report.rating.RatedLine;
import io.ledgerline.report.rating.UnratedLine;
import io.ledgerline.report.rating.UsageLine;

/** What rating says of usage, as allocation needs it. */
public final class Consumptions {
  private Consumptions() {}

  /**
   * Of one line.
   *
   * @param attribution who pays for what is only counted
   */
  public static Consumption of(Outcome outcome, Attribution attribution) {
    return switch (outcome) {
      case RatedLine rated ->
          of(
              rated.usage(),
              rated.basis().payer(),
              new Money(rated.billing().billed(), rated.basis().billingCurrency()),
              new Money(rated.costs().contracted(), rated.basis().paidCurrency()));
      case UnratedLine unrated -> of(unrated.usage(), unrated.payer(), null, null);
      case CountedLine counted ->
          of(
              counted.usage(),
              attribution.payer(counted.usage().dimensions(), counted.usage().time()),
              null,
              null);
    };
  }

  private static Consumption of(UsageLine usage, Payer payer, Money billed, Money paid) {
    Dimensions from = usage.dimensions();
    return new Consumption(
        new Consumption.Service(from.provider(), from.operation(), from.model()),
        payer.costCentre(),
        from.sourceAccount(),
        from.workspace(),
        usage.meter(),
        usage.quantity(),
        billed,
        paid);
  }
}
