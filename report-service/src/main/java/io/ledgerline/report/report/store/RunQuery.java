package io.ledgerline.report.report.store;

import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.platform.problem.InvalidRequest;
import io.ledgerline.report.report.ReportRun;
import io.ledgerline.report.report.RunState;
import java.util.UUID;

/**
 * Which runs are asked for.
 *
 * @param kind null for all
 * @param state null for all
 * @param scheduleId null for all
 * @param newestFirst by age, the other way round when false
 * @param limit most runs of the page
 * @param after where the page before ended; null for the first
 */
public record RunQuery(
    String kind, RunState state, UUID scheduleId, boolean newestFirst, Limit limit, Cursor after) {
  /** Where a page ends that ends with {@code run}. */
  public static Cursor cursorOf(ReportRun run) {
    return Cursor.of(run.origin().createdAt(), run.id());
  }

  UUID afterId() {
    try {
      return UUID.fromString(after.text(1));
    } catch (IllegalArgumentException e) {
      throw InvalidRequest.field("cursor", "unknown", "'cursor' is of another list.");
    }
  }
}
