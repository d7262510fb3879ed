package io.ledgerline.report.pricing.imports;

import io.ledgerline.report.book.Draft;
import io.ledgerline.report.pricing.PriceMatch;
import io.ledgerline.report.pricing.Tariff;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What an entry of a list does to the book.
 *
 * @param entry the price as the list states it
 * @param before what the book said so far for the same match and validity; null when nothing
 */
public record PriceChange(Draft<PriceMatch, Tariff> entry, Tariff before) {
  /** Whether the book had no price for it. */
  public boolean isAddition() {
    return before == null;
  }

  /**
   * The entries that say something new, in the order of the list.
   *
   * @param book the price that counts for each match and validity
   * @param entries what the list states
   */
  public static List<PriceChange> between(
      Map<PriceVersion, Tariff> book, List<Draft<PriceMatch, Tariff>> entries) {
    List<PriceChange> changes = new ArrayList<>();
    for (Draft<PriceMatch, Tariff> entry : entries) {
      Tariff before = book.get(new PriceVersion(entry.key(), entry.validity()));
      if (!entry.value().equals(before)) {
        changes.add(new PriceChange(entry, before));
      }
    }
    return changes;
  }
}
