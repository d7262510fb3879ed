package io.ledgerline.report.pricing;

import io.ledgerline.report.book.Entry;

/**
 * A price that would be for the usage, if it counts at the time.
 *
 * @param slot the match and its versions
 * @param name the name that led to it; null when the price is for any model
 * @param rule how the name led to it
 * @param providerKnown whether it is known whose price must count
 * @param tier options of a tier are equally close to the model; lower ones come first
 */
record PriceOption(
    PriceSlot slot, ModelNames.Name name, ModelRule rule, boolean providerKnown, int tier) {
  Finding finding(Entry<PriceMatch, Tariff> version) {
    return Finding.of(version, rule);
  }
}
