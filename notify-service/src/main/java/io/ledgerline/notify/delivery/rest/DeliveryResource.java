package io.ledgerline.notify.delivery.rest;

import io.ledgerline.contracts.message.DeliveryUpdated.State;
import io.ledgerline.notify.delivery.store.Deliveries;
import io.ledgerline.notify.delivery.store.DeliveryFilter;
import io.ledgerline.notify.delivery.store.DeliveryOrder;
import io.ledgerline.notify.delivery.store.StoredJson;
import io.ledgerline.notify.delivery.work.DeliveryWorker;
import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.KeepsScope;
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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Deliveries: where each report is on its way to each target. */
@Path("/api/v1/deliveries")
@KeepsScope
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Deliveries", description = "Where each report is on its way to each target.")
public class DeliveryResource {
  private final Deliveries deliveries;
  private final StoredJson json;
  private final DeliveryWorker worker;
  private final CurrentCaller caller;
  private final Clock clock;

  DeliveryResource(
      Deliveries deliveries,
      StoredJson json,
      DeliveryWorker worker,
      CurrentCaller caller,
      Clock clock) {
    this.deliveries = deliveries;
    this.json = json;
    this.worker = worker;
    this.caller = caller;
    this.clock = clock;
  }

  /** Lists the tenant's deliveries. */
  @GET
  @Represented
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN, Roles.SERVICE})
  @Operation(operationId = "listDeliveries", summary = "Lists deliveries, the newest first.")
  public Uni<Page<DeliveryView>> list(
      @Parameter(description = "Of this report run only.") @QueryParam("runId") UUID runId,
      @Parameter(description = "In this state only.", example = "RETRYING") @QueryParam("state")
          State state,
      @Parameter(description = "Of this channel only.", example = "email") @QueryParam("channel")
          String channel,
      @Parameter(description = "createdAt or updatedAt; with - for the latest first.")
          @QueryParam("sort")
          @DefaultValue("-createdAt")
          DeliveryOrder sort,
      @Parameter(description = "1 to 1000.") @QueryParam("limit") @DefaultValue("100") Limit limit,
      @Parameter(description = "nextCursor of the page before.") @QueryParam("cursor")
          Cursor cursor) {
    return deliveries
        .page(new DeliveryFilter(caller.sight(), runId, state, channel), sort, limit, cursor)
        .map(page -> page.map(delivery -> DeliveryView.of(delivery, clock.instant())));
  }

  /** One delivery with its attempts and receipt. */
  @GET
  @Represented
  @Path("/{id}")
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN, Roles.SERVICE})
  @Operation(operationId = "getDelivery", summary = "One delivery with attempts and receipt.")
  @APIResponse(responseCode = "200", description = "The delivery.")
  @APIResponse(responseCode = "404", description = "The tenant has no such delivery.")
  public Uni<DeliveryStoryView> get(@PathParam("id") UUID id) {
    return deliveries
        .story(id, caller.sight())
        .map(
            story ->
                new DeliveryStoryView(
                    DeliveryView.of(story.delivery(), clock.instant()),
                    story.attempts().stream().map(AttemptView::of).toList(),
                    json.receipt(story.delivery().receipt())));
  }

  /** Gives a dead delivery a new round of attempts. */
  @POST
  @Path("/{id}/replays")
  @RolesAllowed(Roles.BILLING_ADMIN)
  @Operation(
      operationId = "replayDelivery",
      summary = "Tries a dead delivery again, with as many attempts as at first.")
  @APIResponse(responseCode = "200", description = "It is PENDING again.")
  @APIResponse(responseCode = "404", description = "The tenant has no such delivery.")
  @APIResponse(responseCode = "409", description = "It is not DEAD; nothing was changed.")
  public Uni<DeliveryView> replay(@PathParam("id") UUID id) {
    return deliveries
        .replay(id, caller.sight())
        .invoke(worker::wake)
        .map(delivery -> DeliveryView.of(delivery, clock.instant()));
  }
}
