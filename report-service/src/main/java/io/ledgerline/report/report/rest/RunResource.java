package io.ledgerline.report.report.rest;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.platform.page.Page;
import io.ledgerline.platform.problem.InvalidRequest;
import io.ledgerline.platform.problem.NotFound;
import io.ledgerline.report.report.ReportRun;
import io.ledgerline.report.report.RunRequest;
import io.ledgerline.report.report.RunState;
import io.ledgerline.report.report.making.ReportKinds;
import io.ledgerline.report.report.making.RunConfig;
import io.ledgerline.report.report.making.RunWorker;
import io.ledgerline.report.report.store.RunQuery;
import io.ledgerline.report.report.store.RunStore;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Report runs over HTTP. */
@Path("/api/v1/report-runs")
@Tag(name = "report runs")
public class RunResource {
  private static final String EXAMPLE =
      """
      {"kind": "daily-usage", "period": {"type": "day", "day": "2023-11-16", "zone": "UTC"},
       "deliveries": [{"channel": "email", "to": ["platform-owner@example.com"]}]}""";
  private static final String NEWEST_FIRST = "-createdAt";
  private static final String OLDEST_FIRST = "createdAt";

  private final RunStore runs;
  private final RunViews views;
  private final RunWorker worker;
  private final ReportKinds kinds;
  private final RunConfig config;
  private final CurrentCaller caller;
  private final Clock clock;

  RunResource(
      RunStore runs,
      RunViews views,
      RunWorker worker,
      ReportKinds kinds,
      RunConfig config,
      CurrentCaller caller,
      Clock clock) {
    this.runs = runs;
    this.views = views;
    this.worker = worker;
    this.kinds = kinds;
    this.config = config;
    this.caller = caller;
    this.clock = clock;
  }

  /** Asks for a run; it is made in the background. */
  @POST
  @RolesAllowed(Roles.BILLING_ADMIN)
  @Operation(
      summary = "Asks for a report run",
      description = "The run is made in the background; poll its Location until it is COMPLETED.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              examples = @ExampleObject(name = "a day", value = EXAMPLE)))
  @APIResponse(responseCode = "202", description = "The run waits to be made")
  @APIResponse(responseCode = "400", description = "A field is not valid; 'errors' names it")
  public Uni<RestResponse<RunView>> ask(@NotNull RunBody body) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    TenantId tenant = caller.tenant();
    RunRequest request = body.request(kinds, now, config.longestPeriod());
    return runs.add(tenant, request, new ReportRun.Origin(now, caller.actor(), null, null))
        .chain(id -> runs.find(tenant, id))
        .invoke(worker::wake)
        .chain(views::of)
        .map(
            view ->
                ResponseBuilder.<RunView>create(RestResponse.Status.ACCEPTED)
                    .location(URI.create("/api/v1/report-runs/" + view.id()))
                    .entity(view)
                    .build());
  }

  /** One run. */
  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN, Roles.SERVICE})
  @Operation(summary = "Shows a run: state, totals, reconciliation, artifacts, deliveries")
  public Uni<RunView> show(@PathParam("id") UUID id) {
    return runs.find(caller.tenant(), id)
        .onItem()
        .ifNull()
        .failWith(() -> NotFound.of("report run", id))
        .chain(views::of);
  }

  /** The tenant's runs. */
  @GET
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN, Roles.SERVICE})
  @Operation(summary = "Lists runs, newest first unless sort=createdAt")
  public Uni<Page<RunView>> list(
      @QueryParam("kind") String kind,
      @QueryParam("state") String state,
      @QueryParam("scheduleId") UUID scheduleId,
      @QueryParam("sort") @DefaultValue(NEWEST_FIRST) String sort,
      @QueryParam("limit") @DefaultValue("100") Limit limit,
      @QueryParam("cursor") Cursor cursor) {
    if (!sort.equals(NEWEST_FIRST) && !sort.equals(OLDEST_FIRST)) {
      throw InvalidRequest.field("sort", "unknown-sort", "'sort' is createdAt or -createdAt.");
    }
    RunQuery query =
        new RunQuery(kind, stateOf(state), scheduleId, sort.equals(NEWEST_FIRST), limit, cursor);
    return runs.list(caller.tenant(), query)
        .chain(
            found -> {
              Page<ReportRun> page = Page.of(found, limit, RunQuery::cursorOf);
              return views.of(page.items()).map(items -> new Page<>(items, page.nextCursor()));
            });
  }

  private static RunState stateOf(String state) {
    try {
      return state == null ? null : RunState.valueOf(state);
    } catch (IllegalArgumentException e) {
      throw InvalidRequest.field(
          "state", "unknown-state", "'state' is QUEUED, RUNNING, COMPLETED or FAILED.");
    }
  }
}
