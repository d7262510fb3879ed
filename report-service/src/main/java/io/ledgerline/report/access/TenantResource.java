package io.ledgerline.report.access;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.platform.page.Page;
import io.ledgerline.platform.rest.Represented;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Tenants over HTTP; for whoever operates the installation. */
@Path("/api/v1/tenants")
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "tenants", description = "Who has a ledger here; needs a key with the role operator")
public class TenantResource {
  private static final String EXAMPLE =
      """
      {"id": "acme", "name": "Acme Corporation", "adminKeyExpiresAt": "2027-12-31T00:00:00Z"}""";
  private static final String SUSPENSION =
      """
      {"reason": "The contract ended."}""";

  private final Tenants tenants;
  private final CurrentCaller caller;

  TenantResource(Tenants tenants, CurrentCaller caller) {
    this.tenants = tenants;
    this.caller = caller;
  }

  /** Makes a tenant. */
  @POST
  @Operation(
      summary = "Makes a tenant and its first admin key",
      description = "The key's text is in this answer alone; the tenant's admin makes the others.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              examples = @ExampleObject(name = "tenant", value = EXAMPLE)))
  @APIResponse(responseCode = "201", description = "The tenant and its first key, shown this once")
  @APIResponse(responseCode = "409", description = "There is a tenant of this id already")
  public Uni<RestResponse<NewTenantView>> make(@NotNull TenantWish wish) {
    return tenants
        .make(wish, caller.actor())
        .map(
            made ->
                ResponseBuilder.<NewTenantView>created(
                        URI.create("/api/v1/tenants/" + made.tenant().id()))
                    .entity(made)
                    .build());
  }

  /** All tenants. */
  @GET
  @Represented
  @Operation(summary = "Lists tenants by id")
  public Uni<Page<TenantView>> list(
      @Parameter(description = "true for those that are suspended, false for the others")
          @QueryParam("suspended")
          Boolean suspended,
      @QueryParam("limit") @DefaultValue("100") Limit limit,
      @QueryParam("cursor") Cursor cursor) {
    return tenants
        .list(suspended, cursor == null ? null : cursor.text(0), limit.plusOne())
        .map(all -> Page.of(all, limit, tenant -> Cursor.of(tenant.id())));
  }

  /** One tenant. */
  @GET
  @Path("/{id}")
  @Represented
  @Operation(summary = "Shows a tenant")
  @APIResponse(responseCode = "404", description = "There is no such tenant")
  public Uni<TenantView> show(@PathParam("id") String id) {
    return tenants.show(new TenantId(id));
  }

  /** Refuses the tenant's keys. */
  @PUT
  @Path("/{id}/suspension")
  @Operation(
      summary = "Suspends a tenant",
      description =
          "Every service refuses its keys and tokens within seconds. Nothing of it is lost; what is"
              + " scheduled goes on. Doing it again changes nothing.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              examples = @ExampleObject(name = "suspension", value = SUSPENSION)))
  @APIResponse(responseCode = "200", description = "Suspended")
  @APIResponse(responseCode = "409", description = "The tenant 'default' cannot be suspended")
  public Uni<TenantView> suspend(@PathParam("id") String id, @NotNull SuspensionBody body) {
    return tenants.suspend(new TenantId(id), body.reason(), caller.actor());
  }

  /** Takes the tenant's keys again. */
  @DELETE
  @Path("/{id}/suspension")
  @Operation(
      summary = "Ends a tenant's suspension",
      description = "Its keys work again within seconds. Doing it again changes nothing.")
  @APIResponse(responseCode = "200", description = "Its keys are taken again")
  public Uni<TenantView> resume(@PathParam("id") String id) {
    return tenants.resume(new TenantId(id));
  }
}
