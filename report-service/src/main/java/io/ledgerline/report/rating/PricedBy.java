package io.ledgerline.report.rating;

import io.ledgerline.report.book.Entry;
import io.ledgerline.report.pricing.Tariff;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.UUID;

/**
 * The entry of a book that says how much.
 *
 * @param id the entry's identity
 * @param key what the entry is about: versions of one price have equal keys
 * @param tariff how much
 * @param factor what a quantity is multiplied by to be in the tariff's unit: 1 but for a gauge
 *     whose price is for other unit-hours than its samples count, such as GB-hours of bytes
 */
public record PricedBy(UUID id, Object key, Tariff tariff, BigDecimal factor) {
  /** Checks that all is there. */
  public PricedBy {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(tariff, "tariff");
    Objects.requireNonNull(factor, "factor");
  }

  /** For quantities that are in the tariff's unit. */
  public PricedBy(UUID id, Object key, Tariff tariff) {
    this(id, key, tariff, BigDecimal.ONE);
  }

  /** The same for quantities in another unit. */
  PricedBy scaled(BigDecimal by) {
    return new PricedBy(id, key, tariff, by);
  }

  /** Of an entry that is not a withdrawal. */
  public static PricedBy of(Entry<?, Tariff> entry) {
    return new PricedBy(entry.id(), entry.key(), entry.value());
  }

  /** A quantity in the price's unit. */
  public BigDecimal units(BigDecimal quantity) {
    return tariff.unit().of(factor == BigDecimal.ONE ? quantity : quantity.multiply(factor));
  }
}
