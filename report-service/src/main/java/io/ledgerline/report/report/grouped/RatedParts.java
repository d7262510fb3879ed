package io.ledgerline.report.report.grouped;

import io.ledgerline.contracts.Money;
import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.report.pricing.UnratedReason;
import io.ledgerline.report.rating.Basis;
import io.ledgerline.report.rating.Outcome;
import io.ledgerline.report.rating.Payer;
import io.ledgerline.report.rating.RatedEvent;
import io.ledgerline.report.rating.RatedLine;
import io.ledgerline.report.rating.UnratedLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is behind a line of a report: what rests on the same price, terms and payer is added up.
 * Memory grows with those, not with events. Not safe for several threads.
 */
public final class RatedParts {
  private final Map<Same, RatedLine> rated = new LinkedHashMap<>();
  private final Map<SameWithout, UnratedLine> unrated = new LinkedHashMap<>();
  private final Currency currency;
  private BigDecimal cost = BigDecimal.ZERO;

  private record Same(Dimensions dimensions, MeterName meter, Basis basis) {}

  private record SameWithout(
      Dimensions dimensions, MeterName meter, Payer payer, UnratedReason reason) {}

  /** Nothing yet. */
  public RatedParts(Currency currency) {
    this.currency = currency;
  }

  /** Adds an event. */
  public void add(RatedEvent event) {
    cost = cost.add(event.cost().amount());
    event.lines().forEach(this::merge);
    event.unrated().forEach(this::merge);
  }

  /** Adds what became of some usage. */
  public void add(Outcome outcome) {
    if (outcome instanceof RatedLine line) {
      cost = cost.add(line.billing().billed());
      merge(line);
    } else if (outcome instanceof UnratedLine line) {
      merge(line);
    }
  }

  private void merge(RatedLine line) {
    rated.merge(
        new Same(line.usage().dimensions(), line.usage().meter(), line.basis()),
        line,
        RatedLine::plus);
  }

  private void merge(UnratedLine line) {
    unrated.merge(
        new SameWithout(
            line.usage().dimensions(), line.usage().meter(), line.payer(), line.reason()),
        line,
        (a, b) -> new UnratedLine(a.usage().plus(b.usage()), a.payer(), a.reason()));
  }

  /** All of it. */
  public RatedEvent all() {
    return new RatedEvent(
        new ArrayList<>(rated.values()),
        new ArrayList<>(unrated.values()),
        new Money(cost, currency));
  }
}
