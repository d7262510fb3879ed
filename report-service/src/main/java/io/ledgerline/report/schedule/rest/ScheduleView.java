package io.ledgerline.report.schedule.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.contracts.AccessScope;
import io.ledgerline.contracts.message.DeliveryTarget;
import io.ledgerline.report.schedule.Schedule;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A schedule as the API shows it.
 *
 * @param id its identity
 * @param name unique within the tenant
 * @param kind report kind
 * @param cron wall-clock times
 * @param zone where the clock hangs
 * @param startsAt inclusive
 * @param endsAt exclusive; absent for none
 * @param catchUp what becomes of missed runs
 * @param period which period a run covers
 * @param deliveries where its reports go
 * @param formats of its reports; empty for the kind's own
 * @param enabled whether it makes runs
 * @param nextDueAt earliest due time to come; absent when it is over
 * @param createdAt when it was made
 * @param createdBy who made it
 * @param scope what of the tenant its runs are about; absent for all
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScheduleView(
    UUID id,
    String name,
    String kind,
    String cron,
    String zone,
    Instant startsAt,
    Instant endsAt,
    String catchUp,
    ScheduleBody.PeriodWish period,
    List<DeliveryTarget> deliveries,
    List<String> formats,
    boolean enabled,
    Instant nextDueAt,
    Instant createdAt,
    String createdBy,
    AccessScope scope) {
  static ScheduleView of(Schedule schedule) {
    Schedule.Plan plan = schedule.plan();
    return new ScheduleView(
        schedule.id(),
        plan.name(),
        plan.kind(),
        plan.cron(),
        plan.zone().getId(),
        plan.startsAt(),
        plan.endsAt(),
        plan.catchUp().wire(),
        new ScheduleBody.PeriodWish(plan.period().wire()),
        plan.deliveries(),
        plan.formats().names(),
        schedule.enabled(),
        schedule.nextDueAt(),
        schedule.createdAt(),
        schedule.createdBy(),
        schedule.scope());
  }
}
