package io.ledgerline.report.rating;

import io.ledgerline.contracts.usage.Dimensions;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.Set;

/** Who pays for usage, as known at one instant. */
@FunctionalInterface
public interface Attribution extends Dated {
  /** Nobody in particular pays. */
  Attribution NONE = (dimensions, time) -> Payer.NOBODY;

  /** Who pays for usage of these dimensions at this time. */
  Payer payer(Dimensions dimensions, Instant time);

  /** A cost centre and all those above it at this time. */
  default Set<String> upwards(String costCentre, Instant time) {
    return Set.of(costCentre);
  }

  /** The same, but whoever pays is billed in {@code currency}. */
  default Attribution billedIn(Currency currency) {
    Attribution self = this;
    return new Attribution() {
      @Override
      public Payer payer(Dimensions dimensions, Instant time) {
        Payer payer = self.payer(dimensions, time);
        return new Payer(payer.costCentre(), payer.rule(), currency);
      }

      @Override
      public Set<String> upwards(String costCentre, Instant time) {
        return self.upwards(costCentre, time);
      }

      @Override
      public Collection<Instant> changes() {
        return self.changes();
      }
    };
  }
}
