package io.ledgerline.report.rating;

import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.MeterName;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/**
 * Rates line after line. What a line costs by a banded price depends on the lines before it, so
 * their order matters: {@link PeriodRating} sees to it, or the ledger's own order does. The books
 * are asked once for each kind of usage and segment of time, so that a line costs no look-up
 * however large they are. Memory grows with the kinds of usage, up to a bound, and with what has a
 * running sum. Not safe for several threads.
 */
public final class LineRater {
  private static final int MOST_PLANNED = 100_000;

  private final RatingBooks books;
  private final Planner planner;
  private final Segments segments;
  private final RunningSums sums = new RunningSums();
  private final Map<Dimensions, Map<MeterName, Plan>> plans = new HashMap<>();
  private Segments.Segment segment = Segments.Segment.NONE;
  private Dimensions lastDimensions;
  private Map<MeterName, Plan> lastPlans;

  /** Rates by these books. */
  public LineRater(RatingBooks books) {
    this.books = books;
    this.planner = new Planner(books);
    this.segments = new Segments(books.changes());
  }

  /** Rates the next line. */
  public Outcome rate(UsageLine line) {
    return rate(line, plan(line));
  }

  /** Takes note of usage before the first line, which is charged to nobody here. */
  public void prime(UsageLine line) {
    prime(line, plan(line));
  }

  /** Takes note of what was before the first line. */
  public void prime(HistorySums history) {
    for (HistorySums.Sum noted : history.sums()) {
      sums.prime(
          books
              .price(noted.price())
              .orElseThrow(
                  () -> new IllegalArgumentException("no price " + noted.price() + " known")),
          noted);
    }
  }

  /** Where the running sums stand. */
  public HistorySums sums() {
    return sums.noted();
  }

  /** How a line of this kind and time is rated. */
  Plan plan(UsageLine line) {
    if (!segment.contains(line.time())) {
      segment = segments.of(line.time());
      forget();
    }
    if (line.dimensions() != lastDimensions) {
      lastPlans = plans.computeIfAbsent(line.dimensions(), dimensions -> new HashMap<>());
      lastDimensions = line.dimensions();
    }
    Plan plan = lastPlans.get(line.meter());
    return plan == null ? planned(line) : plan;
  }

  /** Rates a line by its plan. */
  Outcome rate(UsageLine line, Plan plan) {
    if (plan.counted()) {
      return new CountedLine(line);
    }
    if (plan.reason() != null) {
      // Its price may be known: what others pay must not depend on whether a rate is missing here.
      prime(line, plan);
      return new UnratedLine(line, plan.payer(), plan.reason());
    }
    Basis basis = plan.basis();
    BigDecimal list = charge(plan.list(), line);
    BigDecimal contracted = contracted(plan, line, list);
    TermsLookup.Markup markup = basis.terms().markup();
    BigDecimal billed = markup == null ? contracted : contracted.multiply(markup.factor());
    Costs costs = new Costs(list, contracted, billed);
    return new RatedLine(
        line, basis, basis.paid().units(line.quantity()), costs, billing(basis, costs));
  }

  private void prime(UsageLine line, Plan plan) {
    if (plan.accumulates()) {
      sums.prime(plan.list(), line);
      sums.prime(plan.contract(), line);
    }
  }

  private Plan planned(UsageLine line) {
    if (plans.size() > MOST_PLANNED) {
      forget();
      return plan(line);
    }
    Plan plan = planner.plan(line.dimensions(), line.meter(), line.time());
    lastPlans.put(line.meter(), plan);
    return plan;
  }

  private void forget() {
    plans.clear();
    lastDimensions = null;
    lastPlans = null;
  }

  private BigDecimal contracted(Plan plan, UsageLine line, BigDecimal list) {
    if (plan.contract() != null) {
      return charge(plan.contract(), line);
    }
    return plan.discounted() == null ? list : list.multiply(plan.discounted());
  }

  private BigDecimal charge(UnitCharge charge, UsageLine line) {
    return charge.accumulates() ? sums.add(charge, line) : line.quantity().multiply(charge.each());
  }

  private static Costs billing(Basis basis, Costs costs) {
    if (basis.exchange() == null && basis.listExchange() == null) {
      return costs;
    }
    return new Costs(
        exchanged(costs.list(), basis.listExchange()),
        exchanged(costs.contracted(), basis.exchange()),
        exchanged(costs.billed(), basis.exchange()));
  }

  private static BigDecimal exchanged(BigDecimal amount, ExchangeLookup.Exchange exchange) {
    return exchange == null ? amount : amount.multiply(exchange.rate());
  }
}
