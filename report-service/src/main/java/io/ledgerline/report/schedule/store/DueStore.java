package io.ledgerline.report.schedule.store;

import io.ledgerline.report.report.ReportRun;
import io.ledgerline.report.report.RunRequest;
import io.ledgerline.report.report.store.RunStore;
import io.ledgerline.report.schedule.Agenda;
import io.ledgerline.report.schedule.Due;
import io.ledgerline.report.schedule.Schedule;
import io.ledgerline.report.store.Columns;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/**
 * Deals with due times. One schedule is one transaction: it is locked (others skip it), its due
 * times are noted, their runs are made, and it moves on; all of it or nothing. A due time that is
 * noted already, by whomever, makes no second run.
 */
@ApplicationScoped
public class DueStore {
  private static final String CLAIM =
      ScheduleRow.SELECT
          + " WHERE s.enabled AND s.next_due_at <= $1 ORDER BY s.next_due_at LIMIT 1"
          + " FOR UPDATE SKIP LOCKED";
  private static final String NOTE =
      "INSERT INTO schedule_due (schedule_id, due_at, outcome, noticed_at) VALUES ($1, $2, $3, $4)"
          + " ON CONFLICT DO NOTHING";
  private static final String OF_RUN =
      "UPDATE schedule_due SET run_id = $3 WHERE schedule_id = $1 AND due_at = $2";
  private static final String MOVE = "UPDATE schedule SET next_due_at = $2 WHERE id = $1";

  /** Due times dealt with in one transaction. */
  private static final int AT_ONCE = 100;

  private final Pool database;
  private final RunStore runs;

  DueStore(Pool database, RunStore runs) {
    this.database = database;
    this.runs = runs;
  }

  /**
   * Deals with the schedule that is due for longest.
   *
   * @param now what "now" is
   * @return whether there was one; ask again then
   */
  public Uni<Boolean> step(Instant now) {
    return database.withTransaction(
        tx ->
            tx.preparedQuery(CLAIM)
                .execute(Tuple.of(Columns.utc(now)))
                .chain(
                    rows ->
                        rows.size() == 0
                            ? Uni.createFrom().item(false)
                            : step(tx, ScheduleRow.read(rows.iterator().next()), now)
                                .replaceWith(true)));
  }

  private Uni<Void> step(SqlConnection transaction, Schedule schedule, Instant now) {
    Agenda.Step step = schedule.plan().agenda().step(schedule.nextDueAt(), now, AT_ONCE);
    return Multi.createFrom()
        .iterable(step.decisions())
        .onItem()
        .transformToUniAndConcatenate(decision -> note(transaction, schedule, decision, now))
        .collect()
        .last()
        .chain(
            () ->
                transaction
                    .preparedQuery(MOVE)
                    .execute(Tuple.of(schedule.id(), Columns.utc(step.next()))))
        .replaceWithVoid();
  }

  private Uni<Void> note(
      SqlConnection transaction, Schedule schedule, Agenda.Decision decision, Instant now) {
    Due.Outcome outcome = decision.makesRun() ? Due.Outcome.RUN : Due.Outcome.SKIPPED;
    return transaction
        .preparedQuery(NOTE)
        .execute(
            Tuple.of(
                schedule.id(), Columns.utc(decision.dueAt()), outcome.name(), Columns.utc(now)))
        .chain(
            noted ->
                noted.rowCount() == 1 && decision.makesRun()
                    ? makeRun(transaction, schedule, decision.dueAt(), now)
                    : Uni.createFrom().voidItem());
  }

  private Uni<Void> makeRun(
      SqlConnection transaction, Schedule schedule, Instant dueAt, Instant now) {
    Schedule.Plan plan = schedule.plan();
    RunRequest request =
        new RunRequest(
            plan.kind(), plan.period().at(dueAt, plan.zone()), plan.deliveries(), plan.formats());
    ReportRun.Origin origin =
        new ReportRun.Origin(now, "schedule", schedule.id(), dueAt, schedule.scope());
    return runs.add(transaction, schedule.tenant(), request, origin)
        .chain((UUID id) -> of(transaction, schedule, dueAt, id));
  }

  private static Uni<Void> of(
      SqlConnection transaction, Schedule schedule, Instant dueAt, UUID run) {
    return transaction
        .preparedQuery(OF_RUN)
        .execute(Tuple.of(schedule.id(), Columns.utc(dueAt), run))
        .replaceWithVoid();
  }
}
