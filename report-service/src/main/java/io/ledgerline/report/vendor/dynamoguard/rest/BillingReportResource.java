package io.ledgerline.report.vendor.dynamoguard.rest;

import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.KeepsScope;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.idempotency.IdempotencyKey;
import io.ledgerline.platform.problem.Conflict;
import io.ledgerline.platform.problem.InvalidRequest;
import io.ledgerline.platform.problem.NotFound;
import io.ledgerline.report.artifact.Artifact;
import io.ledgerline.report.artifact.ArtifactStore;
import io.ledgerline.report.artifact.link.DownloadLinks;
import io.ledgerline.report.artifact.link.LinkConfig;
import io.ledgerline.report.store.Awaiting;
import io.ledgerline.report.vendor.dynamoguard.BillingReport;
import io.ledgerline.report.vendor.dynamoguard.ReportStatus;
import io.ledgerline.report.vendor.dynamoguard.store.BillingReportStore;
import io.ledgerline.report.vendor.dynamoguard.store.BillingSettingsStore;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Billing reports as DynamoGuard's Python SDK asks for them. */
@Path("/v1/billing")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.BILLING_ADMIN)
@KeepsScope
@Tag(name = "dynamoguard", description = "What DynamoGuard's Python SDK calls")
public class BillingReportResource {
  private static final String EXAMPLE =
      "{\"fromDate\": \"2024-11-07\", \"toDate\": \"2024-11-08\"}";
  private static final int MOST = 1000;

  private final ReportDesk desk;
  private final BillingReportStore reports;
  private final BillingSettingsStore settings;
  private final ArtifactStore artifacts;
  private final DownloadLinks links;
  private final LinkConfig config;
  private final CurrentCaller caller;

  BillingReportResource(
      ReportDesk desk,
      BillingReportStore reports,
      BillingSettingsStore settings,
      ArtifactStore artifacts,
      DownloadLinks links,
      LinkConfig config,
      CurrentCaller caller) {
    this.desk = desk;
    this.reports = reports;
    this.settings = settings;
    this.artifacts = artifacts;
    this.links = links;
    this.config = config;
    this.caller = caller;
  }

  /** Asks for a report; it is made in the background. */
  @POST
  @Path("/reports")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Asks for a billing report of some days (UTC, the last one exclusive)",
      description =
          "Poll the report until its status is COMPLETED or FAILED. With an Idempotency-Key the"
              + " same call made again finds the report that it asked for first.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples = @ExampleObject(name = "a day", value = EXAMPLE)))
  @APIResponse(responseCode = "201", description = "The report waits to be made")
  @APIResponse(responseCode = "400", description = "A date is missing or wrong; nothing was stored")
  @APIResponse(responseCode = "403", description = "The key has not the role of an admin")
  public Uni<RestResponse<ReportView>> ask(
      @HeaderParam(IdempotencyKey.HEADER) String idempotencyKey, ReportBody body) {
    if (body == null) {
      throw InvalidRequest.field(
          "fromDate", "missing", "The body has 'fromDate' and 'toDate', such as " + EXAMPLE + ".");
    }
    return desk.take(caller.sight(), caller.actor(), IdempotencyKey.of(idempotencyKey), body)
        .map(
            taken -> {
              ResponseBuilder<ReportView> answer =
                  ResponseBuilder.<ReportView>create(RestResponse.Status.CREATED)
                      .entity(ReportView.of(taken.report()));
              return (taken.replayed() ? answer.header("Idempotency-Replayed", "true") : answer)
                  .build();
            });
  }

  /** The same under the name that old SDKs know. */
  @POST
  @Path("/report")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Asks for a billing report, as old SDKs do")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples = @ExampleObject(name = "a day", value = EXAMPLE)))
  @APIResponse(responseCode = "201", description = "The report waits to be made")
  public Uni<RestResponse<ReportView>> askAsBefore(
      @HeaderParam(IdempotencyKey.HEADER) String idempotencyKey, ReportBody body) {
    return ask(idempotencyKey, body);
  }

  /** All reports. */
  @GET
  @Path("/reports")
  @Operation(
      summary = "Lists billing reports, newest first",
      description =
          "A bare array of at most 1,000; an object with an array 'data' where the settings say"
              + " so. 'before' and 'limit' page through more.")
  @APIResponse(
      responseCode = "200",
      description = "The reports",
      content = @Content(schema = @Schema(implementation = ReportView[].class)))
  public Uni<Object> list(
      @Parameter(description = "Only reports with a lower id") @QueryParam("before") Integer before,
      @Parameter(description = "At most so many; 1 to 1,000") @QueryParam("limit") Integer limit) {
    if (limit != null && (limit < 1 || limit > MOST)) {
      throw InvalidRequest.field("limit", "out-of-range", "'limit' is between 1 and " + MOST + ".");
    }
    int below = before == null ? Integer.MAX_VALUE : before;
    return Uni.combine()
        .all()
        .unis(
            settings.find(caller.tenant()),
            reports.list(caller.sight(), below, limit == null ? MOST : limit))
        .with(
            (settled, found) -> {
              List<ReportView> views = found.stream().map(ReportView::of).toList();
              return settled.listInData() ? new ReportView.Wrapped(views) : views;
            });
  }

  /** One report. */
  @GET
  @Path("/reports/{id}")
  @Operation(summary = "Shows a billing report")
  @APIResponse(responseCode = "200", description = "The report")
  @APIResponse(responseCode = "404", description = "There is no such report")
  public Uni<ReportView> show(@PathParam("id") String id) {
    return find(id).map(ReportView::of);
  }

  /** Where a report's zip is. */
  @GET
  @Path("/reports/{id}/download")
  @RunOnVirtualThread
  @Operation(
      summary = "Makes a link by which a completed report is downloaded without an API key",
      description = "It opens a zip with the report, its summary, and a signed manifest.")
  @APIResponse(responseCode = "200", description = "The link")
  @APIResponse(responseCode = "404", description = "There is no such report")
  @APIResponse(responseCode = "409", description = "The report is not completed")
  public DownloadView download(@PathParam("id") String id, @Context UriInfo request) {
    BillingReport report = Awaiting.outcome(find(id));
    if (report.status() != ReportStatus.COMPLETED) {
      throw new Conflict("Report %s is %s.".formatted(id, report.status()));
    }
    Artifact zip =
        Awaiting.outcome(artifacts.ofRuns(List.of(report.run())))
            .getOrDefault(report.run(), List.of())
            .stream()
            .filter(Artifact::isBundle)
            .findFirst()
            .orElseThrow(() -> NotFound.of("zip of billing report", id));
    DownloadLinks.Link link = links.make(zip, null);
    return new DownloadView(
        link.url(config.baseUrl().orElseGet(request::getBaseUri)), link.expiresAt());
  }

  private Uni<BillingReport> find(String id) {
    int number;
    try {
      number = Integer.parseInt(id);
    } catch (NumberFormatException e) {
      throw NotFound.of("billing report", "with this id");
    }
    return reports
        .find(caller.sight(), number)
        .onItem()
        .ifNull()
        .failWith(() -> NotFound.of("billing report", id));
  }
}
