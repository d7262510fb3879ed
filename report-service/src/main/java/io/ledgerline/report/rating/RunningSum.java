package io.ledgerline.report.rating;

import io.ledgerline.report.pricing.Accumulation;
import io.ledgerline.report.pricing.Bands;
import io.ledgerline.report.pricing.FlatRate;
import io.ledgerline.report.pricing.GraduatedRate;
import io.ledgerline.report.pricing.PackageRate;
import io.ledgerline.report.pricing.Rate;
import io.ledgerline.report.pricing.RequestSizeRate;
import io.ledgerline.report.pricing.VolumeRate;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What was used so far in a span at the prices of one match key, and what the next usage adds to
 * its charge. Quantities are the meter's own, because versions of a price may have different units.
 * Not safe for several threads.
 *
 * <ul>
 *   <li>package and graduated: the price of the moment, over the part of the sum that is added;
 *   <li>volume: every version's part of the sum, at its price for the whole sum; usage that reaches
 *       the next band therefore also pays, or is given back, the difference for what was before.
 * </ul>
 */
final class RunningSum {
  private final Instant from;
  private final Instant to;
  private final Map<UUID, Part> parts = new LinkedHashMap<>();
  private BigDecimal sum = BigDecimal.ZERO;

  private RunningSum(Instant from, Instant to) {
    this.from = from;
    this.to = to;
  }

  /** Zero, for the span that holds {@code time}. */
  static RunningSum at(Accumulation over, Instant time) {
    return new RunningSum(Spans.start(over, time), Spans.end(over, time));
  }

  /** When the span began. */
  Instant from() {
    return from;
  }

  /** When it ends, exclusive. */
  Instant to() {
    return to;
  }

  /** How much was used at each price, in the order in which they came. */
  Map<UUID, Part> parts() {
    return Collections.unmodifiableMap(parts);
  }

  /** Adds usage at a price; what the span's charge grows by. */
  BigDecimal add(PricedBy price, BigDecimal quantity) {
    BigDecimal before = sum;
    BigDecimal after = sum.add(quantity);
    BigDecimal growth =
        switch (price.tariff().rate()) {
          case PackageRate rate ->
              Charges.ofPackages(rate, after).subtract(Charges.ofPackages(rate, before));
          case GraduatedRate rate ->
              price.units(
                  Charges.graduated(rate.bands(), after)
                      .subtract(Charges.graduated(rate.bands(), before)));
          case VolumeRate rate -> volumeGrowth(price, quantity, after);
          case FlatRate rate -> throw new IllegalArgumentException("nothing to add up: " + rate);
          case RequestSizeRate rate ->
              throw new IllegalArgumentException("nothing to add up: " + rate);
        };
    prime(price, quantity);
    return growth;
  }

  /** Adds usage that is not charged to anybody here: it was before. */
  void prime(PricedBy price, BigDecimal quantity) {
    sum = sum.add(quantity);
    parts.merge(price.id(), new Part(price, quantity), Part::plus);
  }

  /** What a rate adds up over; null when it does not add up. */
  static Accumulation over(Rate rate) {
    return switch (rate) {
      case PackageRate p -> p.over();
      case GraduatedRate g -> g.over();
      case VolumeRate v -> v.over();
      case FlatRate f -> null;
      case RequestSizeRate r -> null;
    };
  }

  private BigDecimal volumeGrowth(PricedBy price, BigDecimal quantity, BigDecimal after) {
    BigDecimal growth = price.units(quantity).multiply(volumePrice(price, after));
    for (Part part : parts.values()) {
      BigDecimal difference =
          volumePrice(part.price(), after).subtract(volumePrice(part.price(), sum));
      if (difference.signum() != 0) {
        growth = growth.add(part.price().units(part.quantity()).multiply(difference));
      }
    }
    return growth;
  }

  private static BigDecimal volumePrice(PricedBy price, BigDecimal sum) {
    Bands bands = ((VolumeRate) price.tariff().rate()).bands();
    return bands.of(sum).price();
  }

  /**
   * What was used at one version of a price.
   *
   * @param price the version
   * @param quantity how much, in the meter's own unit
   */
  record Part(PricedBy price, BigDecimal quantity) {
    Part plus(Part more) {
      return new Part(price, quantity.add(more.quantity));
    }
  }
}
