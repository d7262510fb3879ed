package io.ledgerline.report.report.dailyusage;

import io.ledgerline.contracts.Money;
import io.ledgerline.report.ledger.LedgerLine;
import io.ledgerline.report.pricing.PriceBook;
import io.ledgerline.report.pricing.Rated;
import io.ledgerline.report.pricing.Rater;
import io.ledgerline.report.pricing.Usage;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which events have a line in the report, and what stands in it: the same when the report is
 * written and when a line of it is explained.
 */
final class DailyUsageRule {
  private final Rater rater;

  DailyUsageRule(PriceBook book) {
    this.rater = new Rater(book, currency());
  }

  /** The currency of every charge: the report has no column for another. */
  static Currency currency() {
    return Money.usd();
  }

  /** What the event costs; nothing at all when it is not this report's business. */
  Rated rate(LedgerLine line) {
    return DailyUsageLayout.concerns(line)
        ? rater.rate(
            new Usage(
                line.time(),
                line.provider(),
                line.model(),
                line.region(),
                line.operation(),
                line.priceClass(),
                line.quantities()))
        : new Rated(List.of(), new TreeMap<>(), Money.zero(currency()));
  }

  /** The cells of the event's line, if it has one. */
  Optional<List<String>> cells(LedgerLine line, Rated rated) {
    return DailyUsageLayout.concerns(line) ? DailyUsageLayout.row(line, rated) : Optional.empty();
  }
}
