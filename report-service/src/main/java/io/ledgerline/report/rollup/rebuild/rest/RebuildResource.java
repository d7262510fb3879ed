package io.ledgerline.report.rollup.rebuild.rest;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.platform.page.Page;
import io.ledgerline.platform.problem.NotFound;
import io.ledgerline.platform.rest.Represented;
import io.ledgerline.report.rollup.rebuild.making.RebuildWorker;
import io.ledgerline.report.rollup.rebuild.store.RebuildStore;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Rebuilds of rollups over HTTP. */
@Path("/api/v1/rollups/rebuilds")
@Tag(name = "rollups")
public class RebuildResource {
  private static final String EXAMPLE =
      """
      {"from": "2024-05-01T00:00:00Z", "to": "2024-06-01T00:00:00Z", "reason": "reconciliation of run 17"}""";

  private final RebuildStore rebuilds;
  private final RebuildWorker worker;
  private final CurrentCaller caller;

  RebuildResource(RebuildStore rebuilds, RebuildWorker worker, CurrentCaller caller) {
    this.rebuilds = rebuilds;
    this.worker = worker;
    this.caller = caller;
  }

  /** Asks for a rebuild; it is made in the background. */
  @POST
  @RolesAllowed(Roles.ADMIN)
  @Operation(
      summary = "Rebuilds rollups of whole months from the ledger",
      description =
          "Made in the background, next to the old ones and while usage comes in; then compared and"
              + " switched. Poll its Location until it is COMPLETED.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              examples = @ExampleObject(name = "a month", value = EXAMPLE)))
  @APIResponse(responseCode = "202", description = "The rebuild waits to be made")
  @APIResponse(responseCode = "400", description = "A field is not valid; 'errors' names it")
  public Uni<RestResponse<RebuildView>> ask(@NotNull RebuildBody body) {
    TenantId tenant = caller.tenant();
    String actor = caller.actor();
    return rebuilds
        .keptFrom()
        .chain(keptFrom -> rebuilds.add(tenant, body.wish(keptFrom), actor))
        .chain(id -> rebuilds.find(tenant, id))
        .invoke(worker::wake)
        .map(
            job ->
                ResponseBuilder.<RebuildView>create(RestResponse.Status.ACCEPTED)
                    .location(URI.create("/api/v1/rollups/rebuilds/" + job.id()))
                    .entity(RebuildView.of(job, List.of()))
                    .build());
  }

  /** One rebuild. */
  @GET
  @Represented
  @Path("/{id}")
  @RolesAllowed(Roles.ADMIN)
  @Operation(summary = "Shows a rebuild: state, progress, what was found to differ")
  public Uni<RebuildView> show(@PathParam("id") UUID id) {
    TenantId tenant = caller.tenant();
    return rebuilds
        .find(tenant, id)
        .onItem()
        .ifNull()
        .failWith(() -> NotFound.of("rebuild", id))
        .chain(job -> rebuilds.findings(tenant, id).map(findings -> RebuildView.of(job, findings)));
  }

  /** The tenant's rebuilds. */
  @GET
  @Represented
  @RolesAllowed(Roles.ADMIN)
  @Operation(summary = "Lists rebuilds, newest first, without their findings")
  public Uni<Page<RebuildView>> list(
      @QueryParam("limit") @DefaultValue("100") Limit limit, @QueryParam("cursor") Cursor cursor) {
    return rebuilds
        .list(caller.tenant(), cursor, limit)
        .map(
            found ->
                Page.of(found, limit, RebuildStore::cursorOf)
                    .map(job -> RebuildView.of(job, List.of())));
  }
}
