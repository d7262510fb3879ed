package io.ledgerline.notify.channel.rest;

import io.ledgerline.notify.channel.ChannelInfo;
import io.ledgerline.notify.channel.Channels;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.access.ShowsNoUsage;
import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.platform.page.Page;
import io.ledgerline.platform.rest.Represented;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
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
  @Represented
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN, Roles.SERVICE})
  @Operation(operationId = "listChannels", summary = "Lists channels, their settings and limits.")
  public Page<ChannelInfo> list(
      @QueryParam("limit") @DefaultValue("100") Limit limit, @QueryParam("cursor") Cursor cursor) {
    String after = cursor == null ? "" : cursor.text(0);
    List<ChannelInfo> rest =
        channels.infos().stream()
            .sorted(Comparator.comparing(ChannelInfo::channel))
            .filter(info -> info.channel().compareTo(after) > 0)
            .toList();
    return Page.of(rest, limit, info -> Cursor.of(info.channel()));
  }
}
