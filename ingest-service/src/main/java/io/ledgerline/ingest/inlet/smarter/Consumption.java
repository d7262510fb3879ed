package io.ledgerline.ingest.inlet.smarter;

import io.ledgerline.ingest.ledger.RecordedEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;

/**
 * Which charges are in the daily billing records.
 *
 * @param watermark up to which seal number
 * @param held but for those of these groups
 */
@RegisterForReflection(targets = {Consumption.class, Consumption.Group.class})
public record Consumption(long watermark, Set<Group> held) {
  /** None at all. */
  static final Consumption NONE = new Consumption(0, Set.of());

  /** Copies. */
  public Consumption {
    held = held == null ? Set.of() : Set.copyOf(held);
  }

  /**
   * Charges that are added up to one row.
   *
   * @param account the account at the source
   * @param principal surrogate of who did it; null when unknown, like the next two
   * @param provider who offers the model
   * @param chargeType what was called
   * @param date calendar day in UTC
   */
  public record Group(
      String account, UUID principal, String provider, String chargeType, LocalDate date) {}

  /** Whether a charge is in them. */
  boolean has(RecordedEvent charge) {
    return charge.sealNo() <= watermark
        && !held.contains(
            new Group(
                charge.sourceAccount(),
                charge.principalId(),
                charge.provider(),
                charge.operation(),
                charge.time().atOffset(ZoneOffset.UTC).toLocalDate()));
  }
}
