package io.ledgerline.report.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Which charges of the ledger were added up, as ingest-service is told it.
 *
 * @param watermark all up to this one
 * @param held but for those of these groups
 */
public record Consumption(long watermark, List<Group> held) {
  /** Copies. */
  public Consumption {
    held = List.copyOf(held);
  }

  /**
   * Charges that make one row.
   *
   * @param account account at the source
   * @param principal surrogate of who did it; null when unknown, like the next two
   * @param provider who offers the model
   * @param chargeType what was called
   * @param date calendar day in UTC
   */
  public record Group(
      String account, UUID principal, String provider, String chargeType, LocalDate date) {
    /** The charges of a sum. */
    public static Group of(DailySum sum) {
      return new Group(
          sum.sourceAccount(), sum.principalId(), sum.provider(), sum.operation(), sum.day());
    }
  }
}
