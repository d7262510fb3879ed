package io.ledgerline.report.gauge.rest;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.access.ShowsNoUsage;
import io.ledgerline.platform.problem.NotFound;
import io.ledgerline.platform.rest.Represented;
import io.ledgerline.report.gauge.Weighting;
import io.ledgerline.report.gauge.Weightings;
import io.ledgerline.report.gauge.store.WeightingStore;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How the samples of a gauge are weighted by time. */
@Path("/api/v1/meters/{name}/weighting")
@Tag(name = "meters")
public class WeightingResource {
  private static final String EXAMPLE =
      """
      {"carryForward": "PT2H", "gap": "carry"}""";

  private final WeightingStore weightings;
  private final CurrentCaller caller;

  WeightingResource(WeightingStore weightings, CurrentCaller caller) {
    this.weightings = weightings;
    this.caller = caller;
  }

  /** How a gauge is weighted. */
  @GET
  @Represented
  @ShowsNoUsage
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN})
  @Operation(summary = "Shows for how long a gauge's samples hold, and what counts in gaps")
  @APIResponse(responseCode = "200", description = "How it is weighted")
  @APIResponse(responseCode = "404", description = "No gauge has this name")
  public Uni<WeightingView> show(@PathParam("name") String name) {
    return weightings
        .of(caller.tenant(), null)
        .map(all -> WeightingView.of(gauge(all, name), all.of(gauge(all, name))));
  }

  /** Changes how a gauge is weighted. */
  @PUT
  @RolesAllowed(Roles.BILLING_ADMIN)
  @Operation(
      summary = "Says for how long a gauge's samples hold, and what counts in gaps",
      description =
          "A sample holds until the next one of its series, and at most for 'carryForward' (an hour"
              + " when nobody says otherwise). After that 'gap' counts: 'carry' nothing, 'zero'"
              + " zero, 'average' the mean of the samples around. Hours of gaps are always shown as"
              + " not covered. It holds for whatever is made from now on; what was made keeps what"
              + " it was made with.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              examples = @ExampleObject(name = "two hours", value = EXAMPLE)))
  @APIResponse(responseCode = "200", description = "So it is weighted from now on")
  @APIResponse(responseCode = "404", description = "No gauge has this name")
  public Uni<WeightingView> set(@PathParam("name") String name, @NotNull WeightingBody body) {
    Weighting weighting = body.weighting();
    return weightings
        .of(caller.tenant(), null)
        .map(all -> gauge(all, name))
        .call(meter -> weightings.set(caller.tenant(), meter, weighting, caller.actor()))
        .map(meter -> WeightingView.of(meter, weighting));
  }

  private static MeterName gauge(Weightings all, String name) {
    try {
      MeterName meter = new MeterName(name);
      if (all.of(meter) != null) {
        return meter;
      }
    } catch (InvalidValueException e) {
      // Then no gauge has that name.
    }
    throw NotFound.of("gauge", name);
  }
}
