package io.ledgerline.report.pricing.imports;

import io.ledgerline.report.book.Draft;
import io.ledgerline.report.pricing.PriceMatch;
import io.ledgerline.report.pricing.Tariff;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What was read from a price list: entries, or faults when there is any; never both.
 *
 * @param rows lines of data, or entries
 * @param entries the prices; empty when the list has faults
 * @param places where each of them stands, such as {@code rows[3]}; a model's name where the list
 *     has no rows
 * @param faults what is wrong, at most {@link #MOST_FAULTS}
 * @param account what became of each cost field; empty for lists whose every row is a price
 */
public record PriceList(
    int rows,
    List<Draft<PriceMatch, Tariff>> entries,
    List<String> places,
    List<ListFault> faults,
    Optional<Account> account) {
  /** How many faults are told at once. */
  public static final int MOST_FAULTS = 100;

  /** Copies, and drops the entries of a faulty list. */
  public PriceList {
    faults = List.copyOf(faults.subList(0, Math.min(faults.size(), MOST_FAULTS)));
    entries = faults.isEmpty() ? List.copyOf(entries) : List.of();
    places = faults.isEmpty() ? List.copyOf(places) : List.of();
    if (entries.size() != places.size()) {
      throw new IllegalArgumentException("every entry has a place");
    }
  }

  /** A table: each entry with the row where it stands. */
  public static PriceList ofRows(
      int rows,
      List<Draft<PriceMatch, Tariff>> entries,
      List<Integer> places,
      List<ListFault> faults) {
    return new PriceList(
        rows,
        entries,
        places.stream().map(row -> "rows[" + row + "]").toList(),
        faults,
        Optional.empty());
  }

  /** A list of models: each entry stands where its model does. */
  public static PriceList ofModels(
      int models,
      List<Draft<PriceMatch, Tariff>> entries,
      List<ListFault> faults,
      Account account) {
    return new PriceList(
        models,
        entries,
        entries.stream().map(draft -> draft.key().model().text()).toList(),
        faults,
        Optional.of(account));
  }

  /** The list without the prices of which {@code isLeftOut} is true. */
  public PriceList without(Predicate<PriceMatch> isLeftOut) {
    List<Draft<PriceMatch, Tariff>> kept = new ArrayList<>();
    List<String> keptPlaces = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      if (!isLeftOut.test(entries.get(i).key())) {
        kept.add(entries.get(i));
        keptPlaces.add(places.get(i));
      }
    }
    return new PriceList(rows, kept, keptPlaces, faults, account);
  }

  /** Whether the list can be imported. */
  public boolean isSound() {
    return faults.isEmpty();
  }
}
