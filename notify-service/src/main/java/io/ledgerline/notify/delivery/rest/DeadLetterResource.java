package io.ledgerline.notify.delivery.rest;

import io.ledgerline.contracts.message.DeliveryUpdated.State;
import io.ledgerline.notify.delivery.store.Deliveries;
import io.ledgerline.notify.delivery.store.DeliveryFilter;
import io.ledgerline.notify.delivery.store.DeliveryOrder;
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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Deliveries that were given up, each with its cause. */
@Path("/api/v1/dead-letters")
@KeepsScope
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dead letters", description = "Deliveries that were given up, with the cause.")
public class DeadLetterResource {
  private final Deliveries deliveries;
  private final CurrentCaller caller;
  private final Clock clock;

  DeadLetterResource(Deliveries deliveries, CurrentCaller caller, Clock clock) {
    this.deliveries = deliveries;
    this.caller = caller;
    this.clock = clock;
  }

  /** Lists the tenant's dead deliveries, the last given up first. */
  @GET
  @Represented
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN, Roles.SERVICE})
  @Operation(
      operationId = "listDeadLetters",
      summary = "Lists deliveries that were given up, the last first.",
      description = "POST /api/v1/deliveries/{id}/replays tries one again.")
  public Uni<Page<DeliveryView>> list(
      @QueryParam("channel") String channel,
      @QueryParam("limit") @DefaultValue("100") Limit limit,
      @QueryParam("cursor") Cursor cursor) {
    return deliveries
        .page(
            new DeliveryFilter(caller.sight(), null, State.DEAD, channel),
            DeliveryOrder.UPDATED_LATEST,
            limit,
            cursor)
        .map(page -> page.map(delivery -> DeliveryView.of(delivery, clock.instant())));
  }
}
