package io.ledgerline.ingest.inlet.dynamoguard;

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

/** {@code POST /api/v1/inlets/dynamoguard/events}. */
@Path("/api/v1/inlets/dynamoguard/events")
@KeepsScope
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "inlets", description = "Usage in the formats of its sources")
public class DynamoGuardFeedResource {
  private static final String EXAMPLE =
      """
      [{"time": "2026-01-31T12:00:00Z", "endpoint": "chat", "requestId": "req-81d3",
        "modelId": "65a1f0c2e4b0a1b2c3d4e5f6", "user": "alice", "policies": 5,
        "inputTokens": 20, "outputTokens": 30},
       {"time": "2026-01-31T12:00:01Z", "endpoint": "analyze", "requestId": "req-81d4",
        "apiKeyId": "key-7", "inputTokens": 10, "finalAction": "NONE"}]""";

  private final FeedDoor door;
  private final CurrentCaller caller;
  private final DynamoGuardFeed feed = new DynamoGuardFeed();

  DynamoGuardFeedResource(FeedDoor door, CurrentCaller caller) {
    this.door = door;
    this.caller = caller;
  }

  /** Records one event, an array of events, or an object with an array {@code events}. */
  @POST
  @Unaudited
  @RolesAllowed(Roles.INGEST)
  @Operation(
      summary = "Record calls of DynamoGuard's analyze and chat endpoints",
      description =
          """
          One event for each call, or an array of up to 10,000: `endpoint` (`analyze` or `chat`),
          `requestId`, `inputTokens` and `outputTokens`, `time`, `modelId`, `user` or `apiKeyId`,
          `policies` (a number or the ids), `environment`. Tokens count once for a request, however
          many policies looked at it. Answered for each event, after the commit, as
          `POST /api/v1/events` does. Never send keys, prompts or answers: other fields are ignored.""")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Object.class),
              examples = @ExampleObject(name = "two calls", value = EXAMPLE)))
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
