package io.ledgerline.ingest.ledger.query;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.problem.InvalidRequest;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is in batches. */
@Path("/api/v1/ledger/batches")
@Produces("application/x-ndjson")
@RolesAllowed({Roles.SERVICE, Roles.VIEWER, Roles.BILLING_ADMIN})
@Tag(name = "ledger", description = "What the ledger holds, cut at a watermark")
public class BatchResource {
  private final BatchMessages messages;
  private final UsageListing listing;
  private final CurrentCaller caller;

  BatchResource(BatchMessages messages, UsageListing listing, CurrentCaller caller) {
    this.messages = messages;
    this.listing = listing;
    this.caller = caller;
  }

  /** The messages of a span's batches. */
  @GET
  @Path("/messages")
  @Operation(
      summary = "The messages of all batches that touch a span, in the order of their seals",
      description =
          "One JSON line each: {\"sealNo\":n,\"batch\":{…}}, made from the ledger's rows. The last"
              + " line is {\"end\":true,\"count\":n}. After a break go on with 'after'.")
  @APIResponse(responseCode = "400", description = "A parameter is missing or breaks a rule")
  public Multi<byte[]> messages(
      @Parameter(example = "2026-01-01T00:00:00Z") @QueryParam("from") String from,
      @Parameter(example = "2026-02-01T00:00:00Z") @QueryParam("to") String to,
      @Parameter(description = "Seal number to begin behind")
          @QueryParam("after")
          @DefaultValue("0")
          String after,
      @Parameter(example = "17") @QueryParam("watermark") Long watermark) {
    return messages.stream(caller.tenant(), Span.of(from, to, watermark), number(after));
  }

  /** The rows of one batch. */
  @GET
  @Path("/{id}/events")
  @Operation(
      summary = "The rows of a batch in the order of their positions, one JSON line each",
      description = "The last line is {\"end\":true,\"count\":n}.")
  @APIResponse(responseCode = "404", description = "The tenant has no such batch")
  public Multi<byte[]> events(@PathParam("id") String id) {
    TenantId tenant = caller.tenant();
    return listing.batch(tenant, UsageParameters.batch(id));
  }

  private static long number(String text) {
    if (!text.matches("[0-9]{1,18}")) {
      throw InvalidRequest.field("after", "range", "after is a seal number, 0 for the beginning");
    }
    return Long.parseLong(text);
  }
}
