package io.ledgerline.report.rating;

import io.ledgerline.contracts.AccessScope;
import io.ledgerline.contracts.usage.Dimensions;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Which usage somebody sees: that of named accounts, and that which the attribution of its time
 * gives to a named cost centre or one below it. Immutable.
 *
 * @param scope what is named; null for everything
 * @param attribution who pays, as known at the mark that the usage is rated at
 */
public record UsageCut(AccessScope scope, Attribution attribution) {
  /** Whether usage of these dimensions at this time is seen. */
  public boolean covers(Dimensions dimensions, Instant time) {
    if (scope == null || scope.coversAccount(dimensions.sourceAccount())) {
      return true;
    }
    if (scope.costCentres().isEmpty()) {
      return false;
    }
    String payer = attribution.payer(dimensions, time).costCentre();
    return scope.costCentres().contains(payer)
        || scope.covers(dimensions.sourceAccount(), attribution.upwards(payer, time));
  }

  /** Passes on what rating says of usage that is seen. */
  public Consumer<Outcome> to(Consumer<? super Outcome> sink) {
    return outcome -> {
      if (covers(outcome.usage().dimensions(), outcome.usage().time())) {
        sink.accept(outcome);
      }
    };
  }
}
