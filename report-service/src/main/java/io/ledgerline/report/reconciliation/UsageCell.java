package io.ledgerline.report.reconciliation;

import io.ledgerline.contracts.QuarterHour;
import io.ledgerline.report.ledger.LedgerLine;
import io.ledgerline.report.rollup.ContextLadder;
import java.time.Instant;
import java.util.UUID;

/**
 * A cell of the rollups without its posting quarter hour: as finely as a wrong sum can be told.
 *
 * @param quarter charge quarter hour
 * @param sourceAccount where usage came from
 * @param principal null when unknown, like the next parts
 * @param workspace where the source has one
 * @param project where the source has one
 * @param provider who provides the service
 * @param model the model's id at the provider
 * @param region where
 * @param operation what was called
 * @param priceClass canonical text, empty for none
 * @param meter what is summed; {@link AccountMeter#EVENTS} where events are counted
 */
public record UsageCell(
    Instant quarter,
    String sourceAccount,
    UUID principal,
    String workspace,
    String project,
    String provider,
    String model,
    String region,
    String operation,
    String priceClass,
    String meter) {
  /** The cell that an event adds to with one of its meters. */
  public static UsageCell of(LedgerLine line, String meter) {
    return new UsageCell(
        QuarterHour.of(line.time()).start(),
        line.sourceAccount(),
        line.principalId(),
        line.workspace(),
        line.project(),
        line.provider(),
        line.model(),
        line.region(),
        line.operation(),
        ContextLadder.V1.classOf(line).toString(),
        meter);
  }

  /** The line of a reconciliation that it belongs to. */
  public AccountMeter accountMeter() {
    return new AccountMeter(sourceAccount, meter);
  }
}
