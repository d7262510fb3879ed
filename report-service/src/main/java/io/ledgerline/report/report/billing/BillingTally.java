package io.ledgerline.report.report.billing;

import io.ledgerline.contracts.Money;
import io.ledgerline.report.ledger.LedgerLine;
import io.ledgerline.report.rating.EventRater;
import io.ledgerline.report.rating.EventRating;
import io.ledgerline.report.rating.RatedEvent;
import io.ledgerline.report.report.RunTotals;
import io.ledgerline.report.report.TotalsTally;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Currency;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Adds events up to lines. Memory grows with lines, not with events. Events come in the ledger's
 * order. Not safe for several threads.
 */
final class BillingTally {
  private final SortedMap<BillingKey, BillingSum> sums = new TreeMap<>();
  private final TotalsTally totals = new TotalsTally(currency());
  private final EventRater rater;
  private final ZoneId zone;

  BillingTally(EventRating rating, ZoneId zone) {
    this.rater = rating.rater(currency());
    this.zone = zone;
  }

  /** The currency of all costs: costs in others are converted where the book has the rate. */
  static Currency currency() {
    return Money.usd();
  }

  void add(LedgerLine event) {
    RatedEvent rated = rater.rate(event);
    sums.computeIfAbsent(BillingKey.of(event, zone), key -> new BillingSum()).add(event, rated);
    totals.add(event, rated, false);
  }

  /** Events so far. */
  long events() {
    return totals.events();
  }

  /** The lines so far, sorted. */
  SortedMap<BillingKey, BillingSum> lines() {
    return Collections.unmodifiableSortedMap(sums);
  }

  /** The totals so far. */
  RunTotals totals() {
    RunTotals all = totals.totals();
    return new RunTotals(
        all.events(),
        sums.size(),
        all.quantities(),
        all.charges(),
        all.currency(),
        all.unrated(),
        all.byModel());
  }
}
