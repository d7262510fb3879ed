package io.ledgerline.report.schedule.store;

import io.ledgerline.platform.access.Sight;
import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.platform.problem.Conflict;
import io.ledgerline.report.schedule.Due;
import io.ledgerline.report.schedule.Schedule;
import io.ledgerline.report.store.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Makes, finds and changes schedules. */
@ApplicationScoped
public class ScheduleStore {
  private static final String BY_NAME = ScheduleRow.SELECT + " WHERE s.tenant = $1 AND s.name = $2";
  private static final String BY_ID =
      ScheduleRow.SELECT
          + " WHERE s.tenant = $1 AND s.id = $2 AND ($3::text IS NULL OR scope_within(s.scope, $3))";
  private static final String LIST =
      ScheduleRow.SELECT
          + " WHERE s.tenant = $1 AND ($2::text IS NULL OR s.name > $2)"
          + " AND ($4::text IS NULL OR scope_within(s.scope, $4)) ORDER BY s.name LIMIT $3";
  private static final String SWITCH =
      "UPDATE schedule SET enabled = $3, next_due_at = $4 WHERE tenant = $1 AND id = $2";
  private static final String DELETE =
      "DELETE FROM schedule WHERE tenant = $1 AND id = $2"
          + " AND ($3::text IS NULL OR scope_within(scope, $3))";
  private static final String DUES =
      "SELECT due_at, outcome, run_id, noticed_at FROM schedule_due WHERE schedule_id = $1"
          + " AND ($2::timestamptz IS NULL OR due_at < $2) ORDER BY due_at DESC LIMIT $3";

  private final Pool database;

  ScheduleStore(Pool database) {
    this.database = database;
  }

  /**
   * A schedule that was asked for.
   *
   * @param schedule as it stands
   * @param isNew whether it was made by this call
   */
  public record Made(Schedule schedule, boolean isNew) {}

  /**
   * Makes a schedule; the same wish again finds the one that is there.
   *
   * @param asked digest of what was asked for
   * @return fails with {@link Conflict} when another schedule has the name
   */
  public Uni<Made> add(Schedule schedule, String asked) {
    return database
        .preparedQuery(ScheduleRow.INSERT)
        .execute(ScheduleRow.values(schedule, asked))
        .chain(
            inserted ->
                database
                    .preparedQuery(BY_NAME)
                    .execute(Tuple.of(schedule.tenant().value(), schedule.plan().name()))
                    .map(rows -> made(rows.iterator().next(), inserted.rowCount() == 1, asked)));
  }

  private static Made made(Row row, boolean isNew, String asked) {
    if (!isNew && !row.getString("asked").equals(asked)) {
      throw new Conflict("Another schedule has this name; delete it first or choose another name.");
    }
    return new Made(ScheduleRow.read(row), isNew);
  }

  /** One of the schedules that are seen; null when there is none. */
  public Uni<Schedule> find(Sight sight, UUID id) {
    return database
        .preparedQuery(BY_ID)
        .execute(Tuple.of(sight.tenant().value(), id, sight.canonicalScope()))
        .map(rows -> rows.size() == 0 ? null : ScheduleRow.read(rows.iterator().next()));
  }

  /** The schedules that are seen by name. */
  public Uni<List<Schedule>> list(Sight sight, Cursor after, Limit limit) {
    return database
        .preparedQuery(LIST)
        .execute(
            Tuple.of(
                sight.tenant().value(),
                after == null ? null : after.text(0),
                limit.plusOne(),
                sight.canonicalScope()))
        .map(ScheduleRow::all);
  }

  /** Switches a schedule on or off; {@code nextDueAt} is where it goes on. */
  public Uni<Void> enable(Schedule schedule, boolean enabled, Instant nextDueAt) {
    return database
        .preparedQuery(SWITCH)
        .execute(
            Tuple.of(schedule.tenant().value(), schedule.id(), enabled, Columns.utc(nextDueAt)))
        .replaceWithVoid();
  }

  /** Removes a schedule with its due times; its runs stay. Returns whether it was there. */
  public Uni<Boolean> delete(Sight sight, UUID id) {
    return database
        .preparedQuery(DELETE)
        .execute(Tuple.of(sight.tenant().value(), id, sight.canonicalScope()))
        .map(rows -> rows.rowCount() == 1);
  }

  /** A schedule's due times that were dealt with, latest first. */
  public Uni<List<Due>> dues(UUID schedule, Cursor after, Limit limit) {
    return database
        .preparedQuery(DUES)
        .execute(
            Tuple.of(
                schedule, after == null ? null : Columns.utc(after.instant(0)), limit.plusOne()))
        .map(
            rows -> {
              List<Due> dues = new ArrayList<>();
              rows.forEach(row -> dues.add(due(row)));
              return dues;
            });
  }

  private static Due due(Row row) {
    return new Due(
        Columns.instant(row, "due_at"),
        Due.Outcome.valueOf(row.getString("outcome")),
        row.getUUID("run_id"),
        Columns.instant(row, "noticed_at"));
  }
}
