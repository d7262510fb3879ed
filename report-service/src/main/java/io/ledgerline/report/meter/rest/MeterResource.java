package io.ledgerline.report.meter.rest;

import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.access.ShowsNoUsage;
import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.platform.page.Page;
import io.ledgerline.platform.problem.NotFound;
import io.ledgerline.platform.rest.Represented;
import io.ledgerline.report.meter.Meter;
import io.ledgerline.report.meter.MeterCatalogue;
import io.ledgerline.report.meter.store.MeterStore;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Meters: what can be counted and priced. */
@Path("/api/v1/meters")
@Tag(name = "meters")
public class MeterResource {
  private static final String EXAMPLE =
      """
      {"name": "training_steps", "unit": "step", "kind": "counter",
       "description": "Steps of training"}""";

  private final MeterStore meters;
  private final CurrentCaller caller;

  MeterResource(MeterStore meters, CurrentCaller caller) {
    this.meters = meters;
    this.caller = caller;
  }

  /** All meters, those that every tenant has too. */
  @GET
  @ShowsNoUsage
  @Represented
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN})
  @Operation(summary = "Lists meters by name, with the units that their prices may be per")
  public Uni<Page<MeterView>> list(
      @QueryParam("limit") @DefaultValue("100") Limit limit, @QueryParam("cursor") Cursor cursor) {
    String after = cursor == null ? "" : cursor.text(0);
    return meters
        .catalogue(caller.tenant())
        .map(all -> Page.of(page(all, after, limit), limit, m -> Cursor.of(m.name())))
        .map(page -> page.map(MeterView::of));
  }

  /** One meter. */
  @GET
  @ShowsNoUsage
  @Represented
  @Path("/{name}")
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN})
  @Operation(summary = "Shows a meter")
  public Uni<MeterView> show(@PathParam("name") String name) {
    return meters
        .catalogue(caller.tenant())
        .map(
            all ->
                all.all().stream()
                    .filter(meter -> meter.name().value().equals(name))
                    .findFirst()
                    .map(MeterView::of)
                    .orElseThrow(() -> NotFound.of("meter", name)));
  }

  /** Adds a meter; it never changes afterwards. */
  @POST
  @RolesAllowed(Roles.BILLING_ADMIN)
  @Operation(
      summary = "Adds a meter, so that it can be priced",
      description =
          "A meter keeps its unit and kind for ever. Counters are priced per unit, gauges per"
              + " unit-hour.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              examples = @ExampleObject(name = "counter", value = EXAMPLE)))
  @APIResponse(responseCode = "201", description = "Added")
  @APIResponse(responseCode = "200", description = "It was there already, just so")
  @APIResponse(responseCode = "409", description = "The name has another meaning")
  public Uni<RestResponse<MeterView>> add(@NotNull MeterBody body) {
    Meter meter = body.meter();
    return meters
        .add(caller.tenant(), meter, caller.actor())
        .map(
            isNew ->
                ResponseBuilder.<MeterView>create(
                        isNew ? RestResponse.Status.CREATED : RestResponse.Status.OK)
                    .location(URI.create("/api/v1/meters/" + meter.name()))
                    .entity(MeterView.of(meter))
                    .build());
  }

  private static List<Meter> page(MeterCatalogue all, String after, Limit limit) {
    return all.all().stream()
        .filter(meter -> meter.name().value().compareTo(after) > 0)
        .limit(limit.plusOne())
        .toList();
  }
}
