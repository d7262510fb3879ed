package io.ledgerline.ingest.inlet.vergeos;

import io.ledgerline.ingest.inlet.http.EventAnswer;
import io.ledgerline.ingest.inlet.http.FeedDoor;
import io.ledgerline.ingest.ledger.AccountSight;
import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.KeepsScope;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.audit.Unaudited;
import io.ledgerline.platform.idempotency.IdempotencyKey;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code POST /api/v1/inlets/vergeos/samples}. */
@Path("/api/v1/inlets/vergeos/samples")
@KeepsScope
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "inlets")
public class VergeOsFeedResource {
  private static final String EXAMPLE =
      """
      [{"resource": "cluster-1", "sourceAccount": "frankfurt", "time": "2026-01-31T12:00:00Z",
        "used_cores": 40, "total_cores": 64, "used_ram": 81920, "total_ram": 131072,
        "tier_0_used": 128849018880, "tier_0_total": 1099511627776}]""";

  private final FeedDoor door;
  private final CurrentCaller caller;
  private final VergeOsFeed feed = new VergeOsFeed();

  VergeOsFeedResource(FeedDoor door, CurrentCaller caller) {
    this.door = door;
    this.caller = caller;
  }

  /** Records one sample or an array of them. */
  @POST
  @RolesAllowed(Roles.INGEST)
  @Unaudited
  @Operation(
      summary = "Record capacity samples with the fields of a VergeOS billing record",
      description =
          """
          One sample, or an array of up to 10,000: `time` (RFC 3339 or seconds since 1970; else its
          `created`), `resource` (default `system`), perhaps `sourceAccount`, `source`, `workspace`,
          `project`, `region` and `id`, and the measured fields of a billing record, each a gauge of
          the same name. `endOfLife: true` says that the resource is gone. Resource and time are
          its identity unless it has an `id`: sending it again does no harm. Answered for each
          sample, after the commit, as `POST /api/v1/events` does.""")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Object.class),
              examples = @ExampleObject(name = "one sample", value = EXAMPLE)))
  @APIResponse(
      responseCode = "200",
      description = "One result per sample, in the order sent",
      content = @Content(schema = @Schema(implementation = EventAnswer.class)))
  @APIResponse(responseCode = "400", description = "No JSON, or no sample in it")
  @APIResponse(responseCode = "409", description = "A single sample that conflicts")
  @APIResponse(responseCode = "413", description = "Too many samples or bytes")
  @APIResponse(responseCode = "422", description = "A single sample that was rejected")
  public Uni<Object> record(
      @Parameter(description = "Check only: answers `valid` or `rejected`, records nothing")
          @QueryParam("dryRun")
          boolean dryRun,
      @HeaderParam(IdempotencyKey.HEADER) String idempotencyKey,
      @Context HttpServerResponse response,
      byte[] body) {
    return door.take(
        feed, new FeedDoor.Call(AccountSight.of(caller), body, idempotencyKey, dryRun, response));
  }
}
