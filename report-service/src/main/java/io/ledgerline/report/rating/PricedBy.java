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
 */
public record PricedBy(UUID id, Object key, Tariff tariff) {
  /** Checks that all is there. */
  public PricedBy {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(tariff, "tariff");
  }

  /** Of an entry that is not a withdrawal. */
  public static PricedBy of(Entry<?, Tariff> entry) {
    return new PricedBy(entry.id(), entry.key(), entry.value());
  }

  /** A quantity in the price's unit. */
  public BigDecimal units(BigDecimal quantity) {
    return tariff.unit().of(quantity);
  }
}
