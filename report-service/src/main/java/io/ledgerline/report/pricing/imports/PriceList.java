package io.ledgerline.report.pricing.imports;

import io.ledgerline.report.book.Draft;
import io.ledgerline.report.pricing.PriceMatch;
import io.ledgerline.report.pricing.Tariff;
import java.util.List;
import java.util.Optional;

/**
 * What was read from a price list: entries, or faults when there is any; never both.
 *
 * @param rows lines of data, or entries
 * @param entries the prices; empty when the list has faults
 * @param faults what is wrong, at most {@link #MOST_FAULTS}
 * @param account what became of each cost field; empty for lists whose every row is a price
 */
public record PriceList(
    int rows,
    List<Draft<PriceMatch, Tariff>> entries,
    List<ListFault> faults,
    Optional<Account> account) {
  /** How many faults are told at once. */
  public static final int MOST_FAULTS = 100;

  /** Copies, and drops the entries of a faulty list. */
  public PriceList {
    faults = List.copyOf(faults.subList(0, Math.min(faults.size(), MOST_FAULTS)));
    entries = faults.isEmpty() ? List.copyOf(entries) : List.of();
  }

  /** A list whose every row is a price. */
  public static PriceList of(
      int rows, List<Draft<PriceMatch, Tariff>> entries, List<ListFault> faults) {
    return new PriceList(rows, entries, faults, Optional.empty());
  }

  /** Whether the list can be imported. */
  public boolean isSound() {
    return faults.isEmpty();
  }
}
