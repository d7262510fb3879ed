package io.ledgerline.report.allocation;

import io.ledgerline.contracts.Money;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.report.pricing.Provider;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;

/**
 * What was used, who pays for it, and what it was rated at: what allocation needs to know of a line
 * that was rated, or was not.
 *
 * @param service what was used
 * @param costCentre who pays
 * @param sourceAccount the account at the source
 * @param workspace null when there is none
 * @param meter what was counted
 * @param quantity how much
 * @param billed what is charged, in the billing currency; null when it has no cost
 * @param paid what was agreed to be paid for it, in the price's currency; null when it has no cost
 */
public record Consumption(
    Service service,
    String costCentre,
    String sourceAccount,
    String workspace,
    MeterName meter,
    BigDecimal quantity,
    Money billed,
    Money paid) {
  /** Checks what must be there. */
  public Consumption {
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(costCentre, "costCentre");
    Objects.requireNonNull(sourceAccount, "sourceAccount");
    Objects.requireNonNull(meter, "meter");
    Objects.requireNonNull(quantity, "quantity");
  }

  /** The bearer of a kind; null for a workspace when there is none. */
  Target bearer(Target.Kind kind) {
    return switch (kind) {
      case COST_CENTRE -> Target.costCentre(costCentre);
      case SOURCE_ACCOUNT -> Target.sourceAccount(sourceAccount);
      case WORKSPACE -> workspace == null ? null : Target.workspace(sourceAccount, workspace);
    };
  }

  /** What it has in common with lines that it adds up with. */
  Kind kind() {
    return new Kind(
        service,
        costCentre,
        sourceAccount,
        workspace,
        meter,
        billed == null ? null : billed.currency(),
        paid == null ? null : paid.currency());
  }

  /** The sum with a line of the same kind. */
  Consumption plus(Consumption other) {
    return new Consumption(
        service,
        costCentre,
        sourceAccount,
        workspace,
        meter,
        quantity.add(other.quantity),
        billed == null ? null : billed.plus(other.billed),
        paid == null ? null : paid.plus(other.paid));
  }

  /** Lines of one kind add up. */
  record Kind(
      Service service,
      String costCentre,
      String sourceAccount,
      String workspace,
      MeterName meter,
      Currency billedIn,
      Currency paidIn) {}

  /**
   * What was used.
   *
   * @param provider its family; null when unknown
   * @param operation null when unknown
   * @param model null when unknown
   */
  public record Service(String provider, String operation, String model) {
    /** Brings the provider to its family. */
    public Service {
      provider = Provider.family(provider);
    }
  }
}
