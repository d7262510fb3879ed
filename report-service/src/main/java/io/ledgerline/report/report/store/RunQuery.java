package io.ledgerline.report.report.store;

import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.platform.page.Sort;
import io.ledgerline.platform.problem.InvalidRequest;
import io.ledgerline.report.report.ReportRun;
import io.ledgerline.report.report.RunState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Which runs are asked for.
 *
 * @param kind null for all
 * @param state null for all
 * @param scheduleId null for all
 * @param created when they were asked for
 * @param covering what their periods have in common with
 * @param sort by one of {@link #SORTS}
 * @param limit most runs of the page
 * @param after where the page before ended; null for the first
 */
public record RunQuery(
    String kind,
    RunState state,
    UUID scheduleId,
    Span created,
    Span covering,
    Sort sort,
    Limit limit,
    Cursor after) {
  /** What runs can be sorted by. */
  public static final List<String> SORTS = List.of("createdAt", "periodFrom");

  /**
   * A span of time, half-open.
   *
   * @param from null for no bound, like the next
   * @param to exclusive
   */
  public record Span(Instant from, Instant to) {}

  /** Where a page ends that ends with {@code run}. */
  public Cursor cursorOf(ReportRun run) {
    Instant at = byPeriod() ? run.period().from() : run.origin().createdAt();
    return Cursor.of(at, run.id(), sort.text());
  }

  /** Which column sorts. */
  String column() {
    return byPeriod() ? "period_from" : "created_at";
  }

  Instant afterTime() {
    if (after != null && !after.text(2).equals(sort.text())) {
      throw foreign();
    }
    return after == null ? null : after.instant(0);
  }

  UUID afterId() {
    try {
      return after == null ? null : UUID.fromString(after.text(1));
    } catch (IllegalArgumentException e) {
      throw foreign();
    }
  }

  private boolean byPeriod() {
    return sort.field().equals("periodFrom");
  }

  private static InvalidRequest foreign() {
    return InvalidRequest.field("cursor", "unknown", "'cursor' is of another list.");
  }
}
