package io.ledgerline.report.pricing.imports.litellm;

import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import java.math.BigDecimal;
import java.util.Comparator;

/**
 * One number of an entry and what it prices.
 *
 * @param field where it stands
 * @param use the meter
 * @param priceClass what the request must have
 * @param above tokens of the request above which it applies; 0 for all
 * @param price as the map states it
 */
record Stated(
    String field, Meaning.Use use, PriceClass priceClass, BigDecimal above, BigDecimal price) {
  /** By size, then by name: never by where it stands in the file. */
  static final Comparator<Stated> ORDER =
      Comparator.comparing(Stated::above).thenComparing(Stated::field);

  /** Numbers of one slot make one price: alone, or as the bands of the request's size. */
  record Slot(MeterName meter, String priceClass) {}

  Slot slot() {
    return new Slot(use.meter(), priceClass.toString());
  }
}
