package io.ledgerline.report.schedule;

import io.ledgerline.contracts.AccessScope;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.message.DeliveryTarget;
import io.ledgerline.report.report.RunFormats;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/**
 * A schedule as it stands in the database.
 *
 * @param id its identity
 * @param tenant whose it is
 * @param plan what it does and when
 * @param enabled whether it makes runs
 * @param nextDueAt earliest due time not dealt with; null when it is over
 * @param createdAt when it was made
 * @param createdBy the key that made it
 * @param scope what of the tenant whoever made it sees, and its runs are about; null for all
 */
public record Schedule(
    UUID id,
    TenantId tenant,
    Plan plan,
    boolean enabled,
    Instant nextDueAt,
    Instant createdAt,
    String createdBy,
    AccessScope scope) {
  /**
   * What a schedule does and when.
   *
   * @param name unique within the tenant
   * @param kind report kind
   * @param cron wall-clock times
   * @param zone where the clock hangs
   * @param startsAt inclusive
   * @param endsAt exclusive; null for none
   * @param catchUp what becomes of missed runs
   * @param period which period a run covers
   * @param deliveries where its reports go
   * @param formats in which they are wanted
   */
  public record Plan(
      String name,
      String kind,
      String cron,
      ZoneId zone,
      Instant startsAt,
      Instant endsAt,
      CatchUp catchUp,
      PeriodRule period,
      List<DeliveryTarget> deliveries,
      RunFormats formats) {
    /** Copies. */
    public Plan {
      deliveries = List.copyOf(deliveries);
    }

    /** Its due times and what to do with them. */
    public Agenda agenda() {
      return new Agenda(new DueTimes(new CronRule(cron), zone), endsAt, catchUp);
    }
  }
}
