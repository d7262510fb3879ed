package io.ledgerline.report.pricing;

import io.ledgerline.report.book.Register;
import java.util.Comparator;

/**
 * A match of the book.
 *
 * @param match which usage
 * @param book where its versions are
 */
record PriceSlot(PriceMatch match, Register<PriceMatch, Tariff> book) {
  /** What names more comes first; texts make the order total. */
  static final Comparator<PriceSlot> MORE_NAMED_FIRST =
      Comparator.<PriceSlot>comparingInt(slot -> -slot.match().named())
          .thenComparing(slot -> slot.match().priceClass().toString())
          .thenComparing(slot -> text(slot.match().provider()))
          .thenComparing(slot -> text(slot.match().region()))
          .thenComparing(slot -> text(slot.match().operation()));

  private static String text(String value) {
    return value == null ? "" : value;
  }
}
