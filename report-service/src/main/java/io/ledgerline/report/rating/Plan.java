package io.ledgerline.report.rating;

import io.ledgerline.report.pricing.UnratedReason;
import java.math.BigDecimal;

/**
 * How usage of one dimension set and meter is rated for as long as no book changes its answers.
 *
 * @param payer who pays
 * @param reason why it has no cost; null when it has one
 * @param counted whether it is a count that no price speaks of
 * @param basis what a cost rests on; null when there is none
 * @param list how the list price charges; null when there is no price. Also of usage whose price is
 *     known and that has no cost for another reason: where prices add up it counts all the same
 * @param contract how the contract price charges; null where there is none
 * @param discounted what is paid of the list cost; null for all of it
 */
record Plan(
    Payer payer,
    UnratedReason reason,
    boolean counted,
    Basis basis,
    UnitCharge list,
    UnitCharge contract,
    BigDecimal discounted) {
  static Plan unrated(Payer payer, UnratedReason reason) {
    return new Plan(payer, reason, false, null, null, null, null);
  }

  /** Of usage whose price is known, and whose cost cannot be told all the same. */
  static Plan unrated(Payer payer, UnratedReason reason, UnitCharge list, UnitCharge contract) {
    return new Plan(payer, reason, false, null, list, contract, null);
  }

  static Plan counted(Payer payer) {
    return new Plan(payer, null, true, null, null, null, null);
  }

  /** Whether what was used before matters. */
  boolean accumulates() {
    return accumulates(list) || accumulates(contract);
  }

  private static boolean accumulates(UnitCharge charge) {
    return charge != null && charge.accumulates();
  }
}
