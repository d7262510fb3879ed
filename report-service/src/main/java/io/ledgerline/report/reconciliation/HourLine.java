package io.ledgerline.report.reconciliation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One hour, source account and meter compared through all stages.
 *
 * @param hour start of the hour (UTC)
 * @param key account and meter
 * @param sums what each stage says
 * @param later what was accepted after the run that reported; zero when there is none
 * @param state the outcome
 * @param differing the stages that do not say what was accepted; empty unless it differs
 */
public record HourLine(
    Instant hour,
    AccountMeter key,
    HourSums sums,
    BigDecimal later,
    LineState state,
    List<Stage> differing) {
  /** Copies. */
  public HourLine {
    differing = List.copyOf(differing);
  }

  /** Compares; asks for evidence only when the stages do not agree at first sight. */
  public static HourLine compare(
      Instant hour, AccountMeter key, HourSums sums, HourEvidence evidence) {
    if (sums.allEqual()) {
      return new HourLine(hour, key, sums, BigDecimal.ZERO, LineState.AGREES, List.of());
    }
    BigDecimal later = BigDecimal.ZERO;
    List<Stage> differing = new ArrayList<>();
    if (!sums.inLedger().equals(sums.accepted())) {
      differing.add(Stage.IN_LEDGER);
    }
    boolean pending = false;
    if (!sums.published().equals(sums.accepted())) {
      // Rows of a batch that is not published yet are on their way, if the rows themselves are
      // there.
      pending = differing.isEmpty();
      if (!pending) {
        differing.add(Stage.PUBLISHED);
      }
    }
    if (!sums.rolledUp().equals(sums.accepted())) {
      if (isOnItsWay(key, sums, evidence)) {
        pending = true;
      } else {
        differing.add(Stage.ROLLED_UP);
      }
    }
    if (sums.reported() != null && !sums.reported().equals(sums.accepted())) {
      BigDecimal then = evidence.acceptedWhenReported(key);
      later = sums.accepted().subtract(then);
      if (then.compareTo(sums.reported()) != 0) {
        differing.add(Stage.REPORTED);
      }
    }
    LineState state =
        !differing.isEmpty() ? LineState.DIFFERS : pending ? LineState.PENDING : LineState.AGREES;
    return new HourLine(hour, key, sums, later, state, differing);
  }

  private static boolean isOnItsWay(AccountMeter key, HourSums sums, HourEvidence evidence) {
    BigDecimal arrived = sums.rolledUp().add(evidence.onItsWay(key));
    return arrived.compareTo(sums.accepted()) == 0 || evidence.moreOnItsWay();
  }
}
