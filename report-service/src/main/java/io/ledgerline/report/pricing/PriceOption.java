package io.ledgerline.report.pricing;

import io.ledgerline.report.book.Entry;
import io.ledgerline.report.book.Span;
import java.time.Instant;
import java.util.List;

/**
 * A price that would be for the usage, if it counts at the time.
 *
 * @param slot the match and its versions
 * @param name the name that led to it; null when the price is for any model
 * @param rule how the name led to it
 * @param providerKnown whether it is known whose price must count
 * @param tier options of a tier are equally close to the model; lower ones come first
 * @param spans when it counts, and at what price, in order of time
 */
record PriceOption(
    PriceSlot slot,
    ModelNames.Name name,
    ModelRule rule,
    boolean providerKnown,
    int tier,
    List<Span<PriceMatch, Tariff>> spans) {
  PriceOption(
      PriceSlot slot, ModelNames.Name name, ModelRule rule, boolean providerKnown, int tier) {
    this(slot, name, rule, providerKnown, tier, List.copyOf(slot.book().spans(slot.match())));
  }

  /** The price that counts at {@code time}; null when none does. */
  Entry<PriceMatch, Tariff> at(Instant time) {
    int low = 0;
    int high = spans.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Span<PriceMatch, Tariff> span = spans.get(middle);
      if (span.when().contains(time)) {
        return span.entry();
      }
      if (time.isBefore(span.when().from())) {
        high = middle - 1;
      } else {
        low = middle + 1;
      }
    }
    return null;
  }

  /** Whether there was a price at {@code time} that was taken back. */
  boolean isWithdrawn(Instant time) {
    return slot.book().latest(slot.match(), time).filter(Entry::isWithdrawal).isPresent();
  }
}
