package io.ledgerline.report.report.dailyusage;

import io.ledgerline.contracts.Money;
import io.ledgerline.report.ledger.LedgerLine;
import io.ledgerline.report.rating.EventRater;
import io.ledgerline.report.rating.EventRating;
import io.ledgerline.report.rating.RatedEvent;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which events have a line in the report, and what stands in it: the same when the report is
 * written and when a line of it is explained. Events come in the ledger's order.
 */
final class DailyUsageRule {
  private final EventRater rater;
  private final Function<RatedEvent, String> charge;

  DailyUsageRule(EventRating rating) {
    this(rating, DailyUsageLayout::charge);
  }

  /** With charges in another form. */
  DailyUsageRule(EventRating rating, Function<RatedEvent, String> charge) {
    this.rater = rating.rater(currency());
    this.charge = charge;
  }

  /** The currency of every charge: the report has no column for another. */
  static Currency currency() {
    return Money.usd();
  }

  /** What the event costs; nothing at all when it is not this report's business. */
  RatedEvent rate(LedgerLine line) {
    if (DailyUsageLayout.concerns(line)) {
      return rater.rate(line);
    }
    rater.pass(line);
    return new RatedEvent(List.of(), List.of(), Money.zero(currency()));
  }

  /** The cells of the event's line, if it has one. */
  Optional<List<String>> cells(LedgerLine line, RatedEvent rated) {
    return DailyUsageLayout.concerns(line)
        ? DailyUsageLayout.row(line, rated, charge)
        : Optional.empty();
  }
}
