package io.ledgerline.report.report.grouped;

import io.ledgerline.contracts.Money;
import io.ledgerline.report.ledger.LedgerLine;
import io.ledgerline.report.rating.EventRater;
import io.ledgerline.report.rating.EventRating;
import io.ledgerline.report.rating.RatedEvent;
import io.ledgerline.report.report.ReportMaterial;
import io.ledgerline.report.report.RunTotals;
import io.ledgerline.report.report.TotalsTally;
import java.io.IOException;
import java.util.Collections;
import java.util.Currency;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Adds events up to lines. Memory grows with lines, not with events. Events come in the ledger's
 * order. Not safe for several threads.
 *
 * @param <K> what a line is of
 */
public final class GroupTally<K extends Comparable<K>> {
  private static final int TELL_EVERY = 1000;

  private final SortedMap<K, GroupSum> sums = new TreeMap<>();
  private final TotalsTally totals = new TotalsTally(currency());
  private final EventRater rater;
  private final Function<LedgerLine, K> keyOf;

  /**
   * Nothing yet.
   *
   * @param keyOf which line an event belongs to
   */
  public GroupTally(EventRating rating, Function<LedgerLine, K> keyOf) {
    this.rater = rating.rater(currency());
    this.keyOf = keyOf;
  }

  /** The currency of all costs: costs in others are converted where the book has the rate. */
  public static Currency currency() {
    return Money.usd();
  }

  /** Adds the next event. */
  public void add(LedgerLine event) {
    RatedEvent rated = rater.rate(event);
    sums.computeIfAbsent(keyOf.apply(event), key -> new GroupSum()).add(event, rated);
    totals.add(event, rated, false);
  }

  /** Adds all events of a report, and tells how far it is. */
  public void addAll(ReportMaterial material) throws IOException {
    material
        .detail()
        .forEach(
            event -> {
              add(event);
              if (events() % TELL_EVERY == 0) {
                material.progress().accept(events());
              }
            });
  }

  /** Events so far. */
  public long events() {
    return totals.events();
  }

  /** The lines so far, sorted. */
  public SortedMap<K, GroupSum> lines() {
    return Collections.unmodifiableSortedMap(sums);
  }

  /** The totals so far. */
  public RunTotals totals() {
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
