package io.ledgerline.report.rating;

import io.ledgerline.report.rollup.RollupGrain;
import java.util.Currency;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * What the ledger's events of a period are rated by.
 *
 * @param books prices, terms, attribution and currency rates, all as known at one instant
 * @param grain what events are told apart by, as in the rollups
 * @param history what was used before the period, at prices that add up
 * @param made is told of every rater that is made
 */
public record EventRating(
    RatingBooks books, RollupGrain grain, HistorySums history, Consumer<EventRater> made) {
  /** Checks that all is there. */
  public EventRating {
    Objects.requireNonNull(books, "books");
    Objects.requireNonNull(grain, "grain");
    Objects.requireNonNull(history, "history");
    Objects.requireNonNull(made, "made");
  }

  /** Nobody is told of raters. */
  public EventRating(RatingBooks books, RollupGrain grain, HistorySums history) {
    this(books, grain, history, rater -> {});
  }

  /** The same, but {@code listener} is told of every rater. */
  EventRating telling(Consumer<EventRater> listener) {
    return new EventRating(books, grain, history, listener);
  }

  /** Without history, as rollups tell events apart that name no tags. */
  public static EventRating of(RatingBooks books) {
    return new EventRating(books, RollupGrain.PLAIN, HistorySums.NONE);
  }

  /** A rater that stands before the period's first event and bills in {@code currency}. */
  public EventRater rater(Currency currency) {
    EventRater rater = new EventRater(this, currency);
    made.accept(rater);
    return rater;
  }
}
