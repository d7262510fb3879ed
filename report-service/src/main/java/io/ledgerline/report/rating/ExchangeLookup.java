package io.ledgerline.report.rating;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;

/** What currencies are worth in one another, as known at one instant. */
@FunctionalInterface
public interface ExchangeLookup extends Dated {
  /** No rates at all. */
  ExchangeLookup NONE = (from, to, time) -> Optional.empty();

  /** The rate from one currency to another that is not the same. */
  Optional<Exchange> find(Currency from, Currency to, Instant time);

  /**
   * A rate.
   *
   * @param id the entry that says so
   * @param rate one unit of the first currency in the second
   */
  record Exchange(UUID id, BigDecimal rate) {}
}
