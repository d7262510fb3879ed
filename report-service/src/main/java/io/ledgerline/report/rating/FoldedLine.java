package io.ledgerline.report.rating;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Rated lines of one dimension set and meter that rest on the same, added up; exact.
 *
 * @param key what they have in common
 * @param from the first quarter hour
 * @param last the last one
 * @param quantity in the meter's own unit
 * @param units in the unit of the price that is paid
 * @param events how many events say so
 * @param costs in the prices' currencies
 * @param billing in the billing currency
 */
public record FoldedLine(
    FoldKey key,
    Instant from,
    Instant last,
    BigDecimal quantity,
    BigDecimal units,
    long events,
    Costs costs,
    Costs billing) {
  static FoldedLine of(FoldKey key, RatedLine line) {
    UsageLine usage = line.usage();
    return new FoldedLine(
        key,
        usage.time(),
        usage.time(),
        usage.quantity(),
        line.units(),
        usage.events(),
        line.costs(),
        line.billing());
  }

  FoldedLine plus(RatedLine line) {
    UsageLine usage = line.usage();
    return new FoldedLine(
        key,
        from.isBefore(usage.time()) ? from : usage.time(),
        last.isAfter(usage.time()) ? last : usage.time(),
        quantity.add(usage.quantity()),
        units.add(line.units()),
        events + usage.events(),
        costs.plus(line.costs()),
        billing.plus(line.billing()));
  }
}
