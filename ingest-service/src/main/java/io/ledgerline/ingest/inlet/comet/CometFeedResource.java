package io.ledgerline.ingest.inlet.comet;

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

/** {@code POST /api/v1/inlets/comet/events}. */
@Path("/api/v1/inlets/comet/events")
@KeepsScope
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "inlets", description = "Usage in the formats of its sources")
public class CometFeedResource {
  private static final String EXAMPLE =
      """
      [{"id": "e-81d3", "type": "experiment", "time": "2026-01-31T12:00:00Z", "user": "alice",
        "workspace": "vision", "project": "cats", "sizeBytes": 10486},
       {"id": "c-4711", "type": "ui_call", "time": "2026-01-31T12:00:01Z", "user": "alice",
        "workspace": "vision"}]""";

  private final FeedDoor door;
  private final CurrentCaller caller;
  private final CometFeed feed = new CometFeed();

  CometFeedResource(FeedDoor door, CurrentCaller caller) {
    this.door = door;
    this.caller = caller;
  }

  /** Records one event, an array of events, or an object with an array {@code events}. */
  @POST
  @Unaudited
  @RolesAllowed(Roles.INGEST)
  @Operation(
      summary = "Record what people and programs do in Comet",
      description =
          """
          One event for each act, or an array of up to 10,000: `id`, `type` (`ui_call`, `sdk_call`,
          `experiment`, `experiment_deleted`, `data_logged`, `data_deleted`), `time`, `user`,
          `workspace`, `project`, `count` (1), `sizeBytes`, `organizationId`. Answered for each
          event, after the commit, as `POST /api/v1/events` does. Other fields are ignored.""")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Object.class),
              examples = @ExampleObject(name = "two acts", value = EXAMPLE)))
  @APIResponse(
      responseCode = "200",
      description = "One result per event, in the order sent",
      content = @Content(schema = @Schema(implementation = EventAnswer.class)))
  @APIResponse(responseCode = "400", description = "No JSON, or no event in it")
  @APIResponse(responseCode = "409", description = "A single event that conflicts")
  @APIResponse(responseCode = "413", description = "Too many events or bytes")
  @APIResponse(responseCode = "422", description = "A single event that was rejected")
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
