package io.ledgerline.ingest.ledger.person;

import io.ledgerline.ingest.ledger.intern.Principals;
import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.platform.page.Page;
import io.ledgerline.platform.problem.NotFound;
import io.ledgerline.platform.rest.Represented;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1/ledger/erasures}. */
@Path("/api/v1/ledger/erasures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "erasure", description = "Forgetting who somebody was")
public class ErasureResource {
  private final ErasureTable erasures;
  private final Principals principals;
  private final CurrentCaller caller;

  ErasureResource(ErasureTable erasures, Principals principals, CurrentCaller caller) {
    this.erasures = erasures;
    this.principals = principals;
    this.caller = caller;
  }

  /** Forgets names. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.DIRECTORY, Roles.SERVICE})
  @Operation(
      summary = "Erase the names of principals, for ever",
      description =
          "Of everybody who has one of the names, in any case of letters. Usage stays under the"
              + " surrogate; digests and sums are as before. What is sent again is still a"
              + " duplicate, and further usage of the name counts for the surrogate, nameless,"
              + " until the name is released. For people in the directory call report-service's"
              + " /api/v1/directory/users/{id}/erasure, which does this too.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples =
                  @ExampleObject(
                      name = "a person",
                      value =
                          """
                          {"names": ["ada@example.org", "arn:aws:iam::123456789012:user/ada"]}""")))
  @APIResponse(responseCode = "200", description = "Who has no name now")
  @APIResponse(responseCode = "400", description = "A name breaks a rule")
  public Uni<Erasure> erase(@NotNull ErasureRequest request) {
    return erasures
        .erase(caller.tenant(), request, caller.actor())
        .invoke(() -> principals.forget());
  }

  /** Lists those without names. */
  @GET
  @Represented
  @RolesAllowed({Roles.DIRECTORY, Roles.SERVICE})
  @Operation(summary = "List erased principals by surrogate, the newest first")
  public Uni<Page<ErasedPrincipal>> list(
      @QueryParam("cursor") Cursor cursor, @QueryParam("limit") @DefaultValue("100") Limit limit) {
    return erasures.list(caller.tenant(), cursor, limit);
  }

  /** Lets somebody else have the name. */
  @DELETE
  @Path("/{id}/name")
  @RolesAllowed(Roles.DIRECTORY)
  @Operation(
      summary = "Release the name of an erased principal",
      description =
          "The last trace of the name, its digest, goes. Within seconds, usage of the name is that"
              + " of somebody new. Events of before that are sent again are conflicts from then on,"
              + " never counted twice.")
  @APIResponse(responseCode = "204", description = "Released")
  @APIResponse(responseCode = "404", description = "Nobody with this surrogate is erased")
  public Uni<Void> release(@PathParam("id") UUID id) {
    return erasures
        .release(caller.tenant(), id)
        .invoke(
            released -> {
              if (!released) {
                throw NotFound.of("erased principal", id.toString());
              }
              principals.forget();
            })
        .replaceWithVoid();
  }
}
