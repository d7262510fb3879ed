package io.ledgerline.ingest.inlet.quarantine;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.platform.page.Page;
import io.ledgerline.platform.problem.Conflict;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1/inlets/quarantine}. */
@Path("/api/v1/inlets/quarantine")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "quarantine", description = "What inlets had to refuse, by pointer")
public class QuarantineResource {
  private final QuarantineQuery entries;
  private final Replayer replayer;
  private final CurrentCaller caller;

  QuarantineResource(QuarantineQuery entries, Replayer replayer, CurrentCaller caller) {
    this.entries = entries;
    this.replayer = replayer;
    this.caller = caller;
  }

  /** Lists what was refused, newest first. */
  @GET
  @Represented
  @RolesAllowed({Roles.INGEST, Roles.VIEWER, Roles.BILLING_ADMIN, Roles.SERVICE})
  @Operation(
      summary = "List what inlets refused, newest first",
      description =
          "Each entry points to a line of an object (line 0: the object as a whole) and says why."
              + " What was delivered (location 'firehose') is named by log group, log stream and"
              + " event id. The content itself is never kept.")
  public Uni<Page<QuarantineEntry>> list(
      @QueryParam("location") String location,
      @QueryParam("reason") String reason,
      @QueryParam("state") String state,
      @QueryParam("cursor") Cursor cursor,
      @QueryParam("limit") @DefaultValue("100") Limit limit) {
    return entries.list(caller.tenant(), location, reason, state, cursor, limit);
  }

  private Uni<Void> again(QuarantineEntry entry) {
    if (!entry.isInObject()) {
      throw new Conflict(
          "What was delivered is not kept: have it delivered again. The entry is resolved when it"
              + " is recorded.");
    }
    return replayer.replay(entry);
  }

  /** Tries an entry again and returns it as it is afterwards. */
  @POST
  @Path("/{id}/replays")
  @RolesAllowed(Roles.INGEST)
  @Operation(
      summary = "Try a refused line or object again",
      description =
          "Reads the line that the entry points to once more. The entry is RESOLVED when it is"
              + " recorded or turns out to be a duplicate; else it stays OPEN with the new reason.")
  @APIResponse(responseCode = "200", description = "The entry after the replay")
  @APIResponse(responseCode = "404", description = "No such entry")
  @APIResponse(responseCode = "409", description = "It was delivered: have it delivered again")
  public Uni<QuarantineEntry> replay(@PathParam("id") long id) {
    TenantId tenant = caller.tenant();
    return entries
        .one(tenant, id)
        .chain(
            entry ->
                entry.state().equals("OPEN")
                    ? again(entry).chain(() -> entries.one(tenant, id))
                    : Uni.createFrom().item(entry));
  }
}
