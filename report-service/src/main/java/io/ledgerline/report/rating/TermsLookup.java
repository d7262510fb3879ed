package io.ledgerline.report.rating;

import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.report.pricing.Accumulation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What was agreed besides the list prices, as known at one instant. */
@FunctionalInterface
public interface TermsLookup extends Dated {
  /** Nothing was agreed. */
  TermsLookup NONE = (dimensions, meter, payer, time) -> Terms.NONE;

  /** What holds for usage of these dimensions and this meter, for whom pays for it. */
  Terms find(Dimensions dimensions, MeterName meter, Payer payer, Instant time);

  /** A contract price by its identity. */
  default Optional<PricedBy> price(UUID id) {
    return Optional.empty();
  }

  /** What contract prices add up over, by meter. */
  default Map<MeterName, Collection<Accumulation>> accumulating() {
    return Map.of();
  }

  /**
   * What holds for some usage.
   *
   * @param contract the price that is paid instead of the list's; null for the list's
   * @param discount off the list's price; null for none, and where there is a contract price
   * @param markup on what is paid; null for none
   */
  record Terms(PricedBy contract, Discount discount, Markup markup) {
    /** Nothing. */
    public static final Terms NONE = new Terms(null, null, null);
  }

  /**
   * A discount.
   *
   * @param id the entry that says so
   * @param percent 0 to 100
   */
  record Discount(UUID id, BigDecimal percent) {}

  /**
   * A markup.
   *
   * @param id the entry that says so
   * @param factor 1 for none
   */
  record Markup(UUID id, BigDecimal factor) {}
}
