package io.ledgerline.report.pricing.imports;

import io.ledgerline.report.pricing.UnitPrice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What an entry of a list does to the book.
 *
 * @param entry the price as the list states it
 * @param before what the book said so far for the same match and validity; null when nothing
 */
public record PriceChange(PriceEntry entry, UnitPrice before) {
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
      Map<PriceVersion, UnitPrice> book, List<PriceEntry> entries) {
    List<PriceChange> changes = new ArrayList<>();
    for (PriceEntry entry : entries) {
      UnitPrice before = book.get(new PriceVersion(entry.match(), entry.validity()));
      if (!entry.price().equals(before)) {
        changes.add(new PriceChange(entry, before));
      }
    }
    return changes;
  }
}
