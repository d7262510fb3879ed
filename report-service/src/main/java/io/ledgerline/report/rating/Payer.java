package io.ledgerline.report.rating;

import java.util.Currency;
import java.util.Objects;
import java.util.UUID;

/**
 * Who pays for usage.
 *
 * @param costCentre code of the cost centre; {@code suspense} when no rule speaks of the usage
 * @param rule the attribution rule that says so; null for suspense
 * @param billedIn the cost centre's currency; null to bill in the price's own
 */
public record Payer(String costCentre, UUID rule, Currency billedIn) {
  /** The cost centre of usage that no rule speaks of. */
  public static final String SUSPENSE = "suspense";

  /** Nobody in particular, in the price's currency. */
  public static final Payer NOBODY = new Payer(SUSPENSE, null, null);

  /** Checks that there is a code. */
  public Payer {
    Objects.requireNonNull(costCentre, "costCentre");
  }
}
