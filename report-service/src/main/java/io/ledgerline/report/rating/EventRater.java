package io.ledgerline.report.rating;

import io.ledgerline.contracts.Money;
import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.Quantity;
import io.ledgerline.report.ledger.LedgerLine;
import io.ledgerline.report.rollup.RollupGrain;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/**
 * Rates the ledger's events one by one, in the ledger's order, all in one currency. An event costs
 * what rating its part of the rollups would, because both go by the same dimensions. Not safe for
 * several threads.
 */
public final class EventRater {
  private final LineRater rater;
  private final RollupGrain grain;
  private final Currency currency;

  EventRater(EventRating rating, Currency currency) {
    this.rater = new LineRater(rating.books().billedIn(currency));
    this.grain = rating.grain();
    this.currency = currency;
    rater.prime(rating.history());
  }

  /** What the next event costs. */
  public RatedEvent rate(LedgerLine event) {
    List<RatedLine> lines = new ArrayList<>();
    List<UnratedLine> unrated = new ArrayList<>();
    BigDecimal cost = BigDecimal.ZERO;
    for (UsageLine usage : usage(grain, event)) {
      switch (rater.rate(usage)) {
        case RatedLine line -> {
          lines.add(line);
          cost = cost.add(line.billing().billed());
        }
        case UnratedLine line -> unrated.add(line);
        case CountedLine counted -> {
          // Costs nothing and misses nothing.
        }
      }
    }
    return new RatedEvent(lines, unrated, new Money(cost, currency));
  }

  /** The next event costs nobody anything here, but counts where prices add up. */
  public void pass(LedgerLine event) {
    usage(grain, event).forEach(rater::prime);
  }

  /** What an event used, by meter, told apart as in the rollups. */
  public static List<UsageLine> usage(RollupGrain grain, LedgerLine event) {
    Dimensions dimensions = grain.dimensions(event);
    List<UsageLine> usage = new ArrayList<>();
    for (Map.Entry<MeterName, Quantity> used : event.quantities().byMeter().entrySet()) {
      if (used.getValue().value().signum() != 0) {
        usage.add(
            new UsageLine(event.time(), dimensions, used.getKey(), used.getValue().value(), 1));
      }
    }
    return usage;
  }
}
