package io.ledgerline.ingest.ledger.retention;

import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.platform.page.Page;
import io.ledgerline.platform.problem.NotFound;
import io.ledgerline.platform.rest.Represented;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1/ledger/holds}. */
@Path("/api/v1/ledger/holds")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "retention", description = "How long the ledger keeps its months")
public class HoldResource {
  private final HoldTable holds;
  private final CurrentCaller caller;

  HoldResource(HoldTable holds, CurrentCaller caller) {
    this.holds = holds;
    this.caller = caller;
  }

  /** Places a hold. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Keep months whatever the policy says",
      description =
          "While it stands, no month of the span is detached or dropped. goneMonths in the answer"
              + " names months of the span that had left the ledger before.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples =
                  @ExampleObject(
                      name = "months",
                      value =
                          """
                          {"fromMonth": "2026-01", "toMonth": "2026-03",
                           "reason": "Case 17, until it is decided"}""")))
  @APIResponse(responseCode = "201", description = "The hold stands")
  @APIResponse(responseCode = "400", description = "A field breaks a rule")
  @APIResponse(responseCode = "403", description = "A hold for all tenants is the operator's")
  public Uni<Response> place(@NotNull HoldRequest request) {
    if (request.allTenants()) {
      Operators.require(caller);
    }
    return holds
        .place(
            request.allTenants() ? Optional.empty() : Optional.of(caller.tenant()),
            request,
            caller.actor())
        .map(
            hold ->
                Response.created(URI.create("/api/v1/ledger/holds/" + hold.id()))
                    .entity(hold)
                    .build());
  }

  /** Lists holds, newest first. */
  @GET
  @Represented
  @Operation(summary = "List holds, the newest first; released ones on demand")
  public Uni<Page<LegalHold>> list(
      @Parameter(description = "Whether released ones are listed, too")
          @QueryParam("released")
          @DefaultValue("false")
          boolean released,
      @QueryParam("cursor") Cursor cursor,
      @QueryParam("limit") @DefaultValue("100") Limit limit) {
    return holds.list(caller.tenant(), Operators.include(caller), released, cursor, limit);
  }

  /** Releases a hold. */
  @DELETE
  @Path("/{id}")
  @Operation(
      summary = "Release a hold",
      description = "It stays in the list with who released it. The policy applies again.")
  @APIResponse(responseCode = "204", description = "It is released")
  @APIResponse(responseCode = "404", description = "No such hold stands")
  public Uni<Void> release(@PathParam("id") long id) {
    return holds
        .release(id, caller.tenant(), Operators.include(caller), caller.actor())
        .invoke(
            released -> {
              if (!released) {
                throw NotFound.of("standing hold", Long.toString(id));
              }
            })
        .replaceWithVoid();
  }
}
