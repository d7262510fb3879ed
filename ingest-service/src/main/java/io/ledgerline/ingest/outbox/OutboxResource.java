package io.ledgerline.ingest.outbox;

import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.platform.page.Page;
import io.ledgerline.platform.problem.NotFound;
import io.ledgerline.platform.rest.Represented;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Where batches are on their way to report-service. */
@Path("/api/v1/ledger/batches")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "outbox", description = "Batches on their way to the rollups")
public class OutboxResource {
  private final OutboxQuery batches;
  private final CurrentCaller caller;

  OutboxResource(OutboxQuery batches, CurrentCaller caller) {
    this.batches = batches;
    this.caller = caller;
  }

  /** Lists batches, oldest first. */
  @GET
  @Represented
  @RolesAllowed({Roles.SERVICE, Roles.VIEWER, Roles.BILLING_ADMIN})
  @Operation(
      summary = "List batches by where they are on their way, oldest first",
      description =
          "unpublished: the broker does not have it; unconfirmed: report-service has not said that"
              + " it is applied; dead-lettered: report-service could not apply it; unsealed: it has"
              + " no seal number yet.")
  @APIResponse(responseCode = "400", description = "No such state")
  public Uni<Page<OutboxBatch>> list(
      @Parameter(example = "unconfirmed") @QueryParam("state") String state,
      @QueryParam("cursor") Cursor cursor,
      @QueryParam("limit") @DefaultValue("100") Limit limit) {
    return batches.list(caller.tenant(), state, cursor, limit);
  }

  /** Publishes a batch again. */
  @POST
  @Path("/{id}/republications")
  @ResponseStatus(202)
  @RolesAllowed({Roles.BILLING_ADMIN, Roles.ADMIN})
  @Operation(
      summary = "Publish a batch again, made anew from the ledger",
      description =
          "Also one that was confirmed or put aside. Applying it twice has no effect; it counts as"
              + " unconfirmed until report-service has answered for it again.")
  @APIResponse(responseCode = "202", description = "It is due now")
  @APIResponse(responseCode = "404", description = "The tenant has no such batch")
  public Uni<OutboxBatch> republish(@PathParam("id") String id) {
    return batches.publishAgain(caller.tenant(), uuid(id));
  }

  private static UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw NotFound.of("batch", text);
    }
  }
}
