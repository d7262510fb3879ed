package io.ledgerline.report.report.rest;

import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.KeepsScope;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.access.Sight;
import io.ledgerline.platform.audit.Audited;
import io.ledgerline.platform.idempotency.BodyDigest;
import io.ledgerline.platform.idempotency.IdempotencyKey;
import io.ledgerline.platform.page.Page;
import io.ledgerline.platform.problem.Conflict;
import io.ledgerline.platform.problem.NotFound;
import io.ledgerline.platform.rest.Represented;
import io.ledgerline.report.report.ReportRun;
import io.ledgerline.report.report.RunFailure;
import io.ledgerline.report.report.RunRequest;
import io.ledgerline.report.report.making.ReportKinds;
import io.ledgerline.report.report.making.RunConfig;
import io.ledgerline.report.report.making.RunPreviewer;
import io.ledgerline.report.report.making.RunWorker;
import io.ledgerline.report.report.store.RunQuery;
import io.ledgerline.report.report.store.RunQueue;
import io.ledgerline.report.report.store.RunStore;
import io.ledgerline.report.store.JsonColumns;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Report runs over HTTP. */
@Path("/api/v1/report-runs")
@KeepsScope
@Tag(name = "report runs")
public class RunResource {
  private static final String EXAMPLE =
      """
      {"kind": "daily-usage", "period": {"type": "day", "day": "2023-11-16", "zone": "UTC"},
       "deliveries": [{"channel": "email", "to": ["platform-owner@example.com"]}]}""";

  private final RunStore runs;
  private final RunQueue queue;
  private final RunViews views;
  private final RunWorker worker;
  private final RunPreviewer previewer;
  private final ReportKinds kinds;
  private final RunConfig config;
  private final CurrentCaller caller;
  private final Clock clock;

  RunResource(
      RunStore runs,
      RunQueue queue,
      RunViews views,
      RunWorker worker,
      RunPreviewer previewer,
      ReportKinds kinds,
      RunConfig config,
      CurrentCaller caller,
      Clock clock) {
    this.runs = runs;
    this.queue = queue;
    this.views = views;
    this.worker = worker;
    this.previewer = previewer;
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
      description =
          "The run is made in the background; poll its Location until it is COMPLETED or FAILED."
              + " With an Idempotency-Key the same call made again finds the run that it made"
              + " first; the answer then has the header Idempotency-Replayed.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              examples = @ExampleObject(name = "a day", value = EXAMPLE)))
  @APIResponse(responseCode = "202", description = "The run waits to be made")
  @APIResponse(responseCode = "400", description = "A field is not valid; 'errors' names it")
  @APIResponse(responseCode = "422", description = "The key was used with another body")
  @APIResponse(responseCode = "429", description = "Too many of the tenant's runs wait")
  public Uni<RestResponse<RunView>> ask(
      @Parameter(
              description = "Your own name for this call; made again it has no second effect",
              example = "close-2026-01",
              schema = @Schema(implementation = String.class, minLength = 1, maxLength = 255))
          @HeaderParam(IdempotencyKey.HEADER)
          String idempotencyKey,
      @NotNull RunBody body) {
    Instant now = now();
    Sight sight = caller.sight();
    RunRequest request = body.request(kinds, now, config.longestPeriod());
    kinds.requireCut(request.kind(), sight);
    IdempotencyKey key = IdempotencyKey.of(idempotencyKey);
    RunQueue.Call call = key == null ? null : new RunQueue.Call(key, digest(body, sight));
    ReportRun.Origin origin = new ReportRun.Origin(now, caller.actor(), null, null, sight.scope());
    return queue
        .take(sight.tenant(), request, origin, call, config.mostWaiting())
        .chain(
            taken ->
                runs.find(sight, taken.run())
                    .chain(views::of)
                    .map(view -> accepted(view, taken.replayed())))
        .invoke(worker::wake);
  }

  /** What a run would be about. */
  @POST
  @Path("/preview")
  @RunOnVirtualThread
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN})
  @Operation(
      summary = "Tells the totals that a run would have, without making it",
      description =
          "From the rollups, rated by the books as they are known now: quick, and not reconciled."
              + " A period that is not made of whole quarter hours is widened to them, as 'from'"
              + " and 'to' say.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              examples = @ExampleObject(name = "a day", value = EXAMPLE)))
  @APIResponse(responseCode = "200", description = "Events, quantities, costs and what has none")
  @APIResponse(responseCode = "400", description = "A field is not valid; 'errors' names it")
  public RunPreviewView preview(@NotNull RunBody body) {
    RunRequest request = body.request(kinds, now(), config.longestPeriod());
    return RunPreviewView.of(
        request.kind(),
        request.period(),
        previewer.preview(caller.sight(), request.period().period()));
  }

  private static RestResponse<RunView> accepted(RunView view, boolean replayed) {
    ResponseBuilder<RunView> answer =
        ResponseBuilder.<RunView>create(RestResponse.Status.ACCEPTED)
            .location(URI.create("/api/v1/report-runs/" + view.id()))
            .entity(view);
    return (replayed ? answer.header("Idempotency-Replayed", "true") : answer).build();
  }

  /** Takes a run back. */
  @POST
  @Path("/{id}/cancel")
  @RolesAllowed(Roles.BILLING_ADMIN)
  @Operation(
      summary = "Cancels a run that waits or is being made",
      description =
          "It is FAILED from then on, with the failure code 'cancelled', and nothing of it is kept."
              + " Cancelling it again changes nothing.")
  @APIResponse(responseCode = "200", description = "Cancelled")
  @APIResponse(responseCode = "409", description = "The run is over already")
  public Uni<RunView> cancel(@PathParam("id") UUID id) {
    Sight sight = caller.sight();
    RunFailure why = RunFailure.cancelled(caller.actor());
    return runs.cancel(sight, id, why, now())
        .chain(run -> run != null ? Uni.createFrom().item(run) : cancelledBefore(sight, id))
        .chain(views::of);
  }

  private Uni<ReportRun> cancelledBefore(Sight sight, UUID id) {
    return find(sight, id)
        .invoke(
            run -> {
              if (run.failure() == null || !run.failure().isCancelled()) {
                throw new Conflict("The run is " + run.state() + " already.");
              }
            });
  }

  /** One run. */
  @GET
  @Path("/{id}")
  @Audited
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN, Roles.SERVICE})
  @Represented
  @Parameter(
      name = "fields",
      in = ParameterIn.QUERY,
      description = "Only these fields, such as id,state,totals.events",
      schema = @Schema(implementation = String.class))
  @Operation(summary = "Shows a run: state, totals, reconciliation, artifacts, deliveries")
  public Uni<RunView> show(@PathParam("id") UUID id) {
    return find(caller.sight(), id).chain(views::of);
  }

  /** The tenant's runs. */
  @GET
  @Audited
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN, Roles.SERVICE})
  @Represented
  @Parameter(
      name = "fields",
      in = ParameterIn.QUERY,
      description = "Only these fields, such as id,state,totals.events",
      schema = @Schema(implementation = String.class))
  @Operation(summary = "Lists runs, newest first unless sorted otherwise")
  @APIResponse(responseCode = "200", description = "A page of runs")
  @APIResponse(responseCode = "400", description = "A parameter breaks a rule; 'errors' names it")
  public Uni<Page<RunView>> list(@BeanParam RunFilter filter) {
    RunQuery query = filter.query();
    return runs.list(caller.sight(), query)
        .chain(
            found -> {
              Page<ReportRun> page = Page.of(found, query.limit(), query::cursorOf);
              return views.of(page.items()).map(items -> new Page<>(items, page.nextCursor()));
            });
  }

  private Uni<ReportRun> find(Sight sight, UUID id) {
    return runs.find(sight, id).onItem().ifNull().failWith(() -> NotFound.of("report run", id));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** What of the tenant it is about is part of what a call wants. */
  private static BodyDigest digest(RunBody body, Sight sight) {
    String wanted = JsonColumns.write(body);
    return BodyDigest.of(sight.distinct(wanted).getBytes(StandardCharsets.UTF_8));
  }
}
