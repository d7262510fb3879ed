package io.ledgerline.report.rating;

import io.ledgerline.contracts.AccessScope;
import io.ledgerline.report.ledger.LedgerDetail;
import io.ledgerline.report.ledger.LedgerLine;
import io.ledgerline.report.rollup.RollupGrain;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The ledger's detail for somebody who sees only a part of it. Where prices add up, what is not
 * seen counts all the same, so that an event costs what it costs in a report on everything. Not
 * safe for several threads.
 */
public final class CutReading {
  private final List<EventRater> raters = new ArrayList<>();
  private final UsageCut cut;
  private final RollupGrain grain;
  private final boolean accumulates;
  private final EventRating rating;

  /**
   * Nothing is read yet.
   *
   * @param scope what is seen; null for everything
   * @param rating what events are rated by
   */
  public CutReading(AccessScope scope, EventRating rating) {
    this.cut = new UsageCut(scope, rating.books().attribution());
    this.grain = rating.grain();
    this.accumulates = scope != null && rating.books().accumulate();
    this.rating = accumulates ? rating.telling(raters::add) : rating;
  }

  /** What to rate by: its raters learn of what is not seen. */
  public EventRating rating() {
    return rating;
  }

  /** Whether an event is seen. */
  public boolean covers(LedgerLine event) {
    return cut.scope() == null || cut.covers(grain.dimensions(event), event.time());
  }

  /** The events that are seen, without a word to raters of the others. */
  public LedgerDetail only(LedgerDetail whole) {
    return cut.scope() == null
        ? whole
        : taker ->
            whole.forEach(
                event -> {
                  if (covers(event)) {
                    taker.take(event);
                  }
                });
  }

  /**
   * The events that are seen.
   *
   * @param whole all events
   * @param others is told of those that are not
   */
  public LedgerDetail over(LedgerDetail whole, Consumer<LedgerLine> others) {
    return cut.scope() == null
        ? whole
        : taker ->
            whole.forEach(
                event -> {
                  if (covers(event)) {
                    taker.take(event);
                  } else {
                    if (accumulates) {
                      raters.forEach(rater -> rater.pass(event));
                    }
                    others.accept(event);
                  }
                });
  }
}
