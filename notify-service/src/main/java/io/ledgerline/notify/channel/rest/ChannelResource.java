package io.ledgerline.notify.channel.rest;

import io.ledgerline.notify.channel.ChannelInfo;
import io.ledgerline.notify.channel.Channels;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.access.ShowsNoUsage;
import io.ledgerline.platform.page.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The ways a report can leave the suite. */
@Path("/api/v1/channels")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Channels", description = "The ways a report can leave the suite.")
public class ChannelResource {
  private final Channels channels;

  ChannelResource(Channels channels) {
    this.channels = channels;
  }

  /** Lists the channels as they are configured; no secrets. */
  @GET
  @ShowsNoUsage
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN, Roles.SERVICE})
  @Operation(operationId = "listChannels", summary = "Lists channels, their settings and limits.")
  public Page<ChannelInfo> list() {
    return new Page<>(channels.infos(), null);
  }
}
