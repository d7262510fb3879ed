package io.ledgerline.report.access;

import io.ledgerline.contracts.AccessScope;
import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.KeepsScope;
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

/** API keys over HTTP; for admins alone. */
@Path("/api/v1/keys")
@RolesAllowed(Roles.ADMIN)
@KeepsScope
@Tag(name = "keys")
public class KeyResource {
  private static final String EXAMPLE =
      """
      {"name": "gateway in Frankfurt", "roles": ["ingest"], "expiresAt": "2027-12-31T00:00:00Z",
       "scope": {"sourceAccounts": ["123456789012", "lab-*"], "costCentres": ["research"]}}""";

  private static final String ROTATION =
      """
      {"gracePeriod": "P7D"}""";

  private final Keys keys;
  private final CurrentCaller caller;

  KeyResource(Keys keys, CurrentCaller caller) {
    this.keys = keys;
    this.caller = caller;
  }

  /** Makes a key of the caller's tenant. */
  @POST
  @Operation(
      summary = "Makes an API key",
      description =
          "The answer shows the key's text; it is not kept and cannot be shown again. With a scope it"
              + " sees only those accounts (one that ends in * stands for all that begin so) and"
              + " cost centres with all below them. A key with a scope makes keys within it.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              examples = @ExampleObject(name = "key", value = EXAMPLE)))
  @APIResponse(responseCode = "201", description = "The key, shown this once")
  public Uni<RestResponse<NewKeyView>> make(@NotNull KeyWish wish) {
    return keys.make(caller.tenant(), wish, own(), caller.actor()).map(KeyResource::created);
  }

  /** The tenant's keys, revoked ones too. */
  @GET
  @Represented
  @Operation(
      summary = "Lists API keys by prefix, without their texts",
      description = "With roles, scope, expiry and when each was used last, to about a minute.")
  public Uni<Page<KeyView>> list(
      @Parameter(description = "A part of the name") @QueryParam("name") String name,
      @Parameter(description = "One that was granted", example = "viewer") @QueryParam("role")
          String role,
      @Parameter(description = "true for revoked ones, false for the others") @QueryParam("revoked")
          Boolean revoked,
      @Parameter(description = "true for expired ones, false for the others") @QueryParam("expired")
          Boolean expired,
      @QueryParam("limit") @DefaultValue("100") Limit limit,
      @QueryParam("cursor") Cursor cursor) {
    return keys.list(
            caller.tenant(),
            own(),
            new KeyQuery(name, role, revoked, expired),
            cursor == null ? null : cursor.text(0),
            limit.plusOne())
        .map(all -> Page.of(all, limit, key -> Cursor.of(key.prefix())));
  }

  /** Replaces a key. */
  @POST
  @Path("/{prefix}/rotations")
  @Operation(
      summary = "Replaces an API key by one with the same rights",
      description =
          "The answer shows the new key's text, this once. The old key goes on for the grace"
              + " period, a day unless said otherwise, and is refused then.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              examples = @ExampleObject(name = "a week", value = ROTATION)))
  @APIResponse(responseCode = "201", description = "The new key, shown this once")
  @APIResponse(
      responseCode = "409",
      description = "The key is revoked, expired or replaced already")
  public Uni<RestResponse<NewKeyView>> rotate(
      @PathParam("prefix") String prefix, RotationWish wish) {
    RotationWish how = wish == null ? new RotationWish(null, null) : wish;
    return keys.rotate(caller.tenant(), own(), prefix, how, caller.actor())
        .map(KeyResource::created);
  }

  private static RestResponse<NewKeyView> created(NewKeyView made) {
    return ResponseBuilder.<NewKeyView>created(
            URI.create("/api/v1/keys/" + made.description().prefix()))
        .entity(made)
        .build();
  }

  /** Takes a key back. */
  @DELETE
  @Path("/{prefix}")
  @Operation(
      summary = "Revokes an API key",
      description = "Every service refuses it within seconds; revoking it again changes nothing.")
  @APIResponse(responseCode = "204", description = "Revoked")
  public Uni<Void> revoke(@PathParam("prefix") String prefix) {
    return keys.revoke(caller.tenant(), own(), prefix);
  }

  private AccessScope own() {
    return caller.scope().orElse(null);
  }
}
