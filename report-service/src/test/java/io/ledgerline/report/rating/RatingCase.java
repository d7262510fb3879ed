package io.ledgerline.report.rating;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A period rated in memory. */
record RatingCase(List<Outcome> outcomes, RatingTotals totals) {
  /** Usage of January 2024. */
  static RatingCase january(RatingBooks books, UsageLine... lines) {
    return of(books, Rates.JANUARY, Rates.FEBRUARY, List.of(lines));
  }

  /** Rates a part of the lines; those before it are history, those after it are left out. */
  static RatingCase of(RatingBooks books, Instant from, Instant to, Collection<UsageLine> lines) {
    List<Outcome> outcomes = new ArrayList<>();
    RatingTotals totals = new RatingTotals();
    PeriodRating.rate(
        books,
        from,
        to,
        lines.stream().filter(line -> line.time().isBefore(to)).toList(),
        outcome -> {
          outcomes.add(outcome);
          totals.accept(outcome);
        });
    return new RatingCase(outcomes, totals);
  }

  List<RatedLine> rated() {
    return outcomes.stream()
        .filter(RatedLine.class::isInstance)
        .map(RatedLine.class::cast)
        .toList();
  }

  /** List costs, in the order of the lines. */
  List<String> costs() {
    return rated().stream().map(line -> line.costs().normal().list().toPlainString()).toList();
  }

  /** The list cost of everything, in dollars. */
  BigDecimal usd() {
    return totals.byCurrency().getOrDefault("USD", Costs.ZERO).list();
  }
}
