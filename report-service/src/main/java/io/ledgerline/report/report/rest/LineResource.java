package io.ledgerline.report.report.rest;

import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.KeepsScope;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.audit.Audited;
import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.platform.page.Page;
import io.ledgerline.platform.problem.NotFound;
import io.ledgerline.platform.rest.Represented;
import io.ledgerline.report.ledger.LedgerLine;
import io.ledgerline.report.ledger.client.LedgerProblems;
import io.ledgerline.report.report.ExplainedLine;
import io.ledgerline.report.report.LineMark;
import io.ledgerline.report.report.ReportRun;
import io.ledgerline.report.report.explain.LineAddress;
import io.ledgerline.report.report.explain.LineEvents;
import io.ledgerline.report.report.explain.LineExplainer;
import io.ledgerline.report.report.explain.LineRollup;
import io.ledgerline.report.report.sheet.SheetFormat;
import io.ledgerline.report.report.store.RunStore;
import io.ledgerline.report.store.Awaiting;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is behind a line of a report. */
@Path("/api/v1/report-runs/{id}/lines/{line}")
@KeepsScope
@RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN})
@Audited
@Tag(name = "report runs")
public class LineResource {
  /** Second to JSON for those who take anything. */
  private static final String PAGE = "text/html;qs=0.5";

  private static final int EVENTS_ON_A_PAGE = 100;
  private static final int ROLLUPS_ON_A_PAGE = 50;
  private static final String TABLE =
      "Of a report with several tables the one that the line is in, such as users; its first when"
          + " absent. GET /api/v1/report-kinds names them.";

  private final RunStore runs;
  private final LineExplainer explainer;
  private final CurrentCaller caller;

  LineResource(RunStore runs, LineExplainer explainer, CurrentCaller caller) {
    this.runs = runs;
    this.explainer = explainer;
    this.caller = caller;
  }

  /** The line as it stands in the artifact, its prices and charges. */
  @GET
  @RunOnVirtualThread
  @Represented
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Shows a line of a run's artifact with its prices",
      description =
          "Lines are counted from 1; the header is not counted. Of reports with several tables"
              + " 'table' names the one that is meant.")
  @APIResponse(responseCode = "200", description = "The line")
  @APIResponse(responseCode = "404", description = "There is no such run, or no such line in it")
  public LineView show(
      @PathParam("id") UUID id,
      @PathParam("line") long line,
      @Parameter(description = TABLE, example = "users") @QueryParam("table") String table) {
    ReportRun run = run(id);
    LineAddress address = new LineAddress(table, line);
    return LineView.of(run, address, LedgerProblems.told(() -> explainer.explain(run, address)));
  }

  /** The same with the first events, as a page for people: browsers ask for it. */
  @GET
  @RunOnVirtualThread
  @Produces(PAGE)
  @Operation(hidden = true)
  public Response page(
      @PathParam("id") UUID id, @PathParam("line") long line, @QueryParam("table") String table) {
    ReportRun run = run(id);
    LineAddress address = new LineAddress(table, line);
    String page =
        LedgerProblems.told(
            () -> {
              ExplainedLine explained = explainer.explain(run, address);
              LineEvents events = explainer.events(run, explained.events(), null, EVENTS_ON_A_PAGE);
              List<LineRollup> rollups =
                  explainer.rollups(run, explained.events(), 0, ROLLUPS_ON_A_PAGE + 1);
              return new LinePage(run, LineView.of(run, address, explained))
                  .rollups(
                      rollups.stream().limit(ROLLUPS_ON_A_PAGE).map(LineRollupView::of).toList(),
                      rollups.size() > ROLLUPS_ON_A_PAGE)
                  .events(events.events().stream().map(LineEventView::of).toList(), events.more())
                  .text();
            });
    return Response.ok(page, SheetFormat.HTML.mediaType())
        .header("Cache-Control", "private, no-store")
        .header(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
        .build();
  }

  /** Exactly the events behind the line, at the run's watermark. */
  @GET
  @Represented
  @Path("/events")
  @RunOnVirtualThread
  @Operation(
      summary = "Lists exactly the events behind a line of a run's artifact",
      description =
          "At the run's watermark: what was sent, voided or replaced later does not change it.")
  @APIResponse(responseCode = "200", description = "A page of events, in the ledger's order")
  @APIResponse(responseCode = "404", description = "There is no such run, or no such line in it")
  public Page<LineEventView> events(
      @PathParam("id") UUID id,
      @PathParam("line") long line,
      @Parameter(description = TABLE, example = "users") @QueryParam("table") String table,
      @QueryParam("limit") @DefaultValue("100") Limit limit,
      @QueryParam("cursor") Cursor cursor) {
    LineMark after =
        cursor == null
            ? null
            : new LineMark(line, cursor.instant(0), cursor.text(1), cursor.text(2));
    ReportRun run = run(id);
    LineEvents found =
        LedgerProblems.told(
            () -> {
              ExplainedLine explained = explainer.explain(run, new LineAddress(table, line));
              return explainer.events(run, explained.events(), after, limit.value());
            });
    String next = found.more() ? cursorOf(found.events().getLast()).encode() : null;
    return new Page<>(found.events().stream().map(LineEventView::of).toList(), next);
  }

  /** The rollups that the events behind the line went into. */
  @GET
  @Represented
  @Path("/rollups")
  @RunOnVirtualThread
  @Operation(
      summary = "Lists the rollups that the events behind a line went into",
      description =
          "By quarter hour. 'quantity' is what the line's events brought at the run's watermark,"
              + " 'rolledUp' the whole rollup as it stands now, with what is of other lines or"
              + " came later.")
  @APIResponse(responseCode = "200", description = "A page of rollups")
  @APIResponse(responseCode = "404", description = "There is no such run, or no such line in it")
  public Page<LineRollupView> rollups(
      @PathParam("id") UUID id,
      @PathParam("line") long line,
      @Parameter(description = TABLE, example = "users") @QueryParam("table") String table,
      @QueryParam("limit") @DefaultValue("100") Limit limit,
      @QueryParam("cursor") Cursor cursor) {
    long from = cursor == null ? 0 : Math.max(0, cursor.number(0));
    ReportRun run = run(id);
    List<LineRollup> found =
        LedgerProblems.told(
            () -> {
              ExplainedLine explained = explainer.explain(run, new LineAddress(table, line));
              return explainer.rollups(run, explained.events(), from, limit.plusOne());
            });
    return Page.of(found, limit, last -> Cursor.of(from + limit.value())).map(LineRollupView::of);
  }

  private ReportRun run(UUID id) {
    ReportRun run = Awaiting.outcome(runs.find(caller.sight(), id));
    if (run == null) {
      throw NotFound.of("report run", id);
    }
    return run;
  }

  private static Cursor cursorOf(LedgerLine event) {
    return Cursor.of(event.time(), event.source(), event.id());
  }
}
