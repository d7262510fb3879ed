package io.ledgerline.report.report;

import io.ledgerline.contracts.Decimals;
import io.ledgerline.report.ledger.LedgerLine;
import io.ledgerline.report.rating.RatedEvent;
import io.ledgerline.report.rating.UnratedLine;
import io.ledgerline.report.rating.UsageLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts while a report reads; memory grows with models, not with events. */
public final class TotalsTally {
  private final Currency currency;
  private final Part all = new Part();
  private final SortedMap<String, Part> byModel = new TreeMap<>();
  private final Part withoutModel = new Part();
  private final SumsByMeter unrated = new SumsByMeter();
  private final SortedSet<String> unratedModels = new TreeSet<>();
  private final SortedMap<String, Long> reasons = new TreeMap<>();
  private long rows;

  /** Starts at zero; all charges are in {@code currency}. */
  public TotalsTally(Currency currency) {
    this.currency = currency;
  }

  /** Counts one event, and whether it has a row. */
  public void add(LedgerLine line, RatedEvent rated, boolean hasRow) {
    rows += hasRow ? 1 : 0;
    all.add(line, rated);
    Part part =
        line.model() == null
            ? withoutModel
            : byModel.computeIfAbsent(line.model(), model -> new Part());
    part.add(line, rated);
    if (rated.isUnrated()) {
      note(rated);
      unratedModels.add(line.model() == null ? "" : line.model());
    }
  }

  private void note(RatedEvent rated) {
    SortedSet<String> ofEvent = new TreeSet<>();
    for (UnratedLine line : rated.unrated()) {
      UsageLine usage = line.usage();
      unrated.add(usage.meter().value(), usage.quantity());
      ofEvent.add(line.reason().wireName());
    }
    ofEvent.forEach(reason -> reasons.merge(reason, 1L, Long::sum));
  }

  /** Events counted so far. */
  public long events() {
    return all.events;
  }

  /** The totals so far. */
  public RunTotals totals() {
    List<RunTotals.ByModel> parts = new ArrayList<>();
    byModel.forEach((model, part) -> parts.add(part.of(model)));
    if (withoutModel.events > 0) {
      parts.add(withoutModel.of(null));
    }
    return new RunTotals(
        all.events,
        rows,
        all.quantities.sums(),
        Decimals.normal(all.charges),
        currency.getCurrencyCode(),
        new RunTotals.Unrated(
            all.unratedEvents, List.copyOf(unratedModels), unrated.sums(), new TreeMap<>(reasons)),
        parts);
  }

  private static final class Part {
    private final SumsByMeter quantities = new SumsByMeter();
    private long events;
    private long unratedEvents;
    private BigDecimal charges = BigDecimal.ZERO;

    void add(LedgerLine line, RatedEvent rated) {
      events++;
      unratedEvents += rated.isUnrated() ? 1 : 0;
      charges = charges.add(rated.cost().amount());
      quantities.add(line.quantities());
    }

    RunTotals.ByModel of(String model) {
      return new RunTotals.ByModel(
          model, events, quantities.sums(), Decimals.normal(charges), unratedEvents);
    }
  }
}
