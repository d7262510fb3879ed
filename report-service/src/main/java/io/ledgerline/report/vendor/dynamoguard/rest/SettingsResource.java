package io.ledgerline.report.vendor.dynamoguard.rest;

import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.access.ShowsNoUsage;
import io.ledgerline.report.vendor.dynamoguard.BillingSettings;
import io.ledgerline.report.vendor.dynamoguard.store.BillingSettingsStore;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a tenant settles for its DynamoGuard reports. */
@Path("/api/v1/vendors/dynamoguard/settings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "dynamoguard")
public class SettingsResource {
  private static final String EXAMPLE =
      """
      {"billingEnabledFrom": "2024-11-07T00:00:00Z", "environment": "production", "list": "array"}""";

  private final BillingSettingsStore settings;
  private final CurrentCaller caller;
  private final Clock clock;

  SettingsResource(BillingSettingsStore settings, CurrentCaller caller, Clock clock) {
    this.settings = settings;
    this.caller = caller;
    this.clock = clock;
  }

  /** The settings. */
  @GET
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN})
  @ShowsNoUsage
  @Operation(summary = "Shows the tenant's settings for DynamoGuard's reports")
  @APIResponse(responseCode = "200", description = "The settings")
  public Uni<SettingsBody> show() {
    return settings.find(caller.tenant()).map(SettingsBody::of);
  }

  /** Settles all anew. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.BILLING_ADMIN)
  @Operation(
      summary = "Settles when billing was enabled, the environment's name and the form of lists",
      description =
          "For reports that are asked for from now on. What is left out is as before all.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples = @ExampleObject(name = "settings", value = EXAMPLE)))
  @APIResponse(responseCode = "200", description = "The settings")
  @APIResponse(responseCode = "400", description = "A field is not valid; 'errors' names it")
  public Uni<SettingsBody> put(@NotNull SettingsBody body) {
    BillingSettings wanted = body.settings();
    return settings
        .put(caller.tenant(), wanted, clock.instant(), caller.actor())
        .replaceWith(() -> SettingsBody.of(wanted));
  }
}
