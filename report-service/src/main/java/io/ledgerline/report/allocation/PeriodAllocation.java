package io.ledgerline.report.allocation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Spreads the pools of a period. Takes what was used line by line, in any order, and keeps sums
 * only. A rule that begins to count within the period counts from then on: the period is cut there.
 * A provider's invoice is spread where its month ends, by the rule that is in force then, over the
 * usage of the whole month and by the markups of its beginning. Not safe for several threads.
 */
public final class PeriodAllocation {
  private final AllocationBook book;
  private final List<Invoice> whole = new ArrayList<>();
  private final List<Invoice> partly = new ArrayList<>();
  private final Markups markups;
  private final Instant to;
  private final NavigableMap<Instant, Consumed> slices = new TreeMap<>();

  /**
   * Begins.
   *
   * @param book the rules
   * @param invoices those of months outside of the period are left out
   * @param markups on invoices
   * @param from inclusive start of the period
   * @param to exclusive end
   */
  public PeriodAllocation(
      AllocationBook book, List<Invoice> invoices, Markups markups, Instant from, Instant to) {
    this.book = book;
    this.markups = markups;
    this.to = to;
    slices.put(from, new Consumed());
    book.changes(from, to).forEach(change -> slices.put(change, new Consumed()));
    for (Invoice invoice : invoices) {
      if (invoice.from().isBefore(to) && invoice.to().isAfter(from)) {
        add(invoice, from);
      }
    }
  }

  private void add(Invoice invoice, Instant from) {
    if (invoice.from().isBefore(from) || invoice.to().isAfter(to)) {
      partly.add(invoice);
      return;
    }
    whole.add(invoice);
    slices.putIfAbsent(invoice.from(), new Consumed());
    if (invoice.to().isBefore(to)) {
      slices.putIfAbsent(invoice.to(), new Consumed());
    }
  }

  /**
   * Takes what was used.
   *
   * @param time when, within the period
   */
  public void add(Instant time, Consumption line) {
    slices.floorEntry(time).getValue().add(line);
  }

  /** What becomes of all pools. */
  public Allocation finish() {
    List<PoolOutcome> outcomes = new ArrayList<>();
    TreeMap<BalanceKey, Balance> balances = new TreeMap<>();
    for (Instant start : slices.keySet()) {
      Instant next = slices.higherKey(start);
      Slice slice = new Slice(start, next == null ? to : next);
      SliceAllocation allocation =
          new SliceAllocation(slice, book.at(start), slices.get(start), markups);
      allocation.run(
          whole.stream().filter(invoice -> slice.isEndOf(invoice.to())).toList(), this::month);
      outcomes.addAll(allocation.outcomes());
      allocation.balances().forEach((key, balance) -> balances.merge(key, balance, Balance::plus));
    }
    for (Invoice invoice : partly) {
      outcomes.add(
          SliceAllocation.unspread(
              new Slice(slices.firstKey(), to),
              new Pool(Pool.Kind.PROVIDER, invoice.provider()),
              invoice,
              invoice.total(),
              Unspread.MONTH_NOT_WHOLE));
    }
    return new Allocation(outcomes, balances);
  }

  private Consumed month(Invoice invoice) {
    Consumed month = new Consumed();
    slices.subMap(invoice.from(), true, invoice.to(), false).values().forEach(month::add);
    return month;
  }
}
