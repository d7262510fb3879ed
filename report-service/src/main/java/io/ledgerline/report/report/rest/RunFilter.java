package io.ledgerline.report.report.rest;

import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Filters;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.platform.page.Sort;
import io.ledgerline.report.report.RunState;
import io.ledgerline.report.report.store.RunQuery;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which runs are asked for, as parameters of the address. */
public final class RunFilter {
  @QueryParam("kind")
  String kind;

  @QueryParam("state")
  @Parameter(description = "QUEUED, RUNNING, COMPLETED or FAILED")
  String state;

  @QueryParam("scheduleId")
  UUID scheduleId;

  @QueryParam("createdFrom")
  @Parameter(description = "Asked for at this time or later", example = "2026-01-01T00:00:00Z")
  String createdFrom;

  @QueryParam("createdTo")
  @Parameter(description = "Asked for before this time", example = "2026-02-01T00:00:00Z")
  String createdTo;

  @QueryParam("periodFrom")
  @Parameter(description = "With usage at this time or later", example = "2026-01-01T00:00:00Z")
  String periodFrom;

  @QueryParam("periodTo")
  @Parameter(description = "With usage before this time", example = "2026-02-01T00:00:00Z")
  String periodTo;

  @QueryParam("sort")
  @DefaultValue("-createdAt")
  @Parameter(description = "createdAt or periodFrom; with a '-' before it the latest first")
  String sort;

  @QueryParam("limit")
  @DefaultValue("100")
  Limit limit;

  @QueryParam("cursor")
  Cursor cursor;

  RunQuery query() {
    return new RunQuery(
        kind,
        Filters.oneOf("state", state, RunState.class),
        scheduleId,
        new RunQuery.Span(
            Filters.instant("createdFrom", createdFrom), Filters.instant("createdTo", createdTo)),
        new RunQuery.Span(
            Filters.instant("periodFrom", periodFrom), Filters.instant("periodTo", periodTo)),
        Sort.of(sort, RunQuery.SORTS),
        limit,
        cursor);
  }
}
