package io.ledgerline.ingest.inlet.s3;

import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.platform.page.Page;
import io.ledgerline.platform.rest.Represented;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1/inlets/s3}. */
@Path("/api/v1/inlets/s3")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "s3 inlet", description = "Usage logs fetched from an object store")
public class S3InletResource {
  private final ObjectQuery objects;
  private final Scanner scanner;
  private final CurrentCaller caller;

  S3InletResource(ObjectQuery objects, Scanner scanner, CurrentCaller caller) {
    this.objects = objects;
    this.scanner = scanner;
    this.caller = caller;
  }

  /** Lists objects in the order they were found. */
  @GET
  @Represented
  @Path("/objects")
  @RolesAllowed({Roles.INGEST, Roles.VIEWER, Roles.BILLING_ADMIN, Roles.SERVICE})
  @Operation(summary = "List the objects that the inlet knows, in the order they were found")
  public Uni<Page<InletObject>> list(
      @Parameter(description = "Name of a location") @QueryParam("location") String location,
      @Parameter(description = "What the key begins with") @QueryParam("prefix") String prefix,
      @Parameter(example = "DONE") @QueryParam("state") String state,
      @QueryParam("cursor") Cursor cursor,
      @QueryParam("limit") @DefaultValue("100") Limit limit) {
    return objects.list(
        caller.tenant(), new ObjectQuery.Filter(location, prefix, state), cursor, limit);
  }

  /** Counts objects by state and lines by outcome. */
  @GET
  @Represented
  @Path("/summary")
  @RolesAllowed({Roles.INGEST, Roles.VIEWER, Roles.BILLING_ADMIN, Roles.SERVICE})
  @Operation(
      summary = "How far the inlet is",
      description = "Objects by state; events by outcome. Both come from the same commits.")
  public Uni<InletSummary> summary(
      @Parameter(description = "Name of a location") @QueryParam("location") String location,
      @Parameter(description = "What the key begins with") @QueryParam("prefix") String prefix) {
    return objects.summary(caller.tenant(), new ObjectQuery.Filter(location, prefix, null));
  }

  /** Starts a scan of all locations, unless one is running. */
  @POST
  @Path("/scans")
  @RolesAllowed({Roles.INGEST, Roles.ADMIN})
  @Operation(
      summary = "Look for new objects now",
      description = "Returns at once; what is found appears in the list of objects.")
  @APIResponse(responseCode = "202", description = "A scan is running")
  public Response scan() {
    scanner.scan().subscribe().with(done -> {});
    return Response.accepted().build();
  }
}
