package io.ledgerline.report.directory.scim.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.audit.Unaudited;
import io.ledgerline.platform.problem.NotFound;
import io.ledgerline.report.directory.DirectoryUser;
import io.ledgerline.report.directory.Person;
import io.ledgerline.report.directory.change.Ids;
import io.ledgerline.report.directory.change.Users;
import io.ledgerline.report.directory.change.Workbook;
import io.ledgerline.report.directory.scim.ScimDiscovery;
import io.ledgerline.report.directory.scim.ScimPatch;
import io.ledgerline.report.directory.scim.ScimProjection;
import io.ledgerline.report.directory.scim.ScimQuery;
import io.ledgerline.report.directory.scim.ScimSchemas;
import io.ledgerline.report.directory.scim.ScimUser;
import io.ledgerline.report.directory.scim.ScimUsers;
import io.ledgerline.report.directory.store.Reach;
import io.ledgerline.report.store.OffLoop;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Users as SCIM has them. */
@Path("/scim/v2/Users")
@Tag(name = "scim")
@RolesAllowed(Roles.DIRECTORY)
@Produces({ScimSurface.MEDIA_TYPE, "application/json"})
public class ScimUserResource {
  private static final String USER =
      """
      {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
       "userName": "ada@example.org", "externalId": "00u1", "active": true,
       "name": {"givenName": "Ada", "familyName": "Lovelace"}, "displayName": "Ada Lovelace",
       "emails": [{"value": "ada@example.org", "type": "work", "primary": true}]}""";

  private static final String PATCH =
      """
      {"schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
       "Operations": [{"op": "replace", "path": "active", "value": false}]}""";

  private final ScimDesk desk;

  ScimUserResource(ScimDesk desk) {
    this.desk = desk;
  }

  /** Some of them. */
  @GET
  @Unaudited
  @Operation(summary = "Lists users; who is deleted is not among them")
  @APIResponse(responseCode = "200", description = "A list response")
  public Uni<Response> list(@BeanParam ScimParameters parameters) {
    return ScimAnswers.safely(() -> select(parameters.of(ScimSchemas.USERS)));
  }

  /** The same with its parameters in the body. */
  @POST
  @Path("/.search")
  @Unaudited
  @Consumes({ScimSurface.MEDIA_TYPE, "application/json"})
  @Operation(summary = "Lists users, with the question in the body")
  @APIResponse(responseCode = "200", description = "A list response")
  public Uni<Response> search(String body) {
    return ScimAnswers.safely(
        () -> select(ScimParameters.search(ScimAnswers.read(body)).of(ScimSchemas.USERS)));
  }

  private Uni<Response> select(ScimQuery query) {
    return desk.usersOf(query.filter())
        .chain(view -> OffLoop.compute(() -> page(query, view.users())));
  }

  private static Response page(ScimQuery query, List<ObjectNode> resources) {
    List<ObjectNode> found = query.select(resources);
    List<ObjectNode> page = query.page(found).stream().map(query.projection()::of).toList();
    return ScimAnswers.ok(ScimDiscovery.list(page, found.size(), query.startIndex()));
  }

  /** One. */
  @GET
  @Unaudited
  @Path("/{id}")
  @Operation(summary = "Shows a user")
  @APIResponse(responseCode = "200", description = "The user, with its entity tag")
  @APIResponse(responseCode = "304", description = "Not changed since 'If-None-Match'")
  @APIResponse(responseCode = "404", description = "There is none, or none any more")
  public Uni<Response> show(
      @PathParam("id") String id,
      @BeanParam ScimParameters parameters,
      @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
    return ScimAnswers.safely(
        () -> {
          ScimProjection projection = parameters.projection(ScimSchemas.USERS);
          return read(id(id))
              .map(
                  user ->
                      ScimAnswers.names(ifNoneMatch, user.path("meta").path("version").asText())
                          ? ScimAnswers.resource(user, ifNoneMatch)
                          : ScimAnswers.tagged(Response.ok(), user, projection.of(user)));
        });
  }

  /** A new one. */
  @POST
  @Consumes({ScimSurface.MEDIA_TYPE, "application/json"})
  @Operation(summary = "Adds a user")
  @RequestBody(
      content =
          @Content(
              mediaType = ScimSurface.MEDIA_TYPE,
              examples = @ExampleObject(name = "example", value = USER)))
  @APIResponse(responseCode = "201", description = "Added")
  @APIResponse(responseCode = "409", description = "Another user has the user name")
  public Uni<Response> add(String body, @BeanParam ScimParameters parameters) {
    return ScimAnswers.safely(
        () -> {
          ScimUser wish = ScimUsers.read(ScimAnswers.read(body));
          ScimProjection projection = parameters.projection(ScimSchemas.USERS);
          return desk.write(Reach.of(wish.person()), all -> add(all, wish))
              .chain(this::read)
              .map(
                  user ->
                      ScimAnswers.tagged(
                          Response.status(Response.Status.CREATED), user, projection.of(user)));
        });
  }

  private static UUID add(Workbook all, ScimUser wish) {
    Instant time = all.time(wish.effective());
    UUID id = all.users().add(wish.person(), time, wish.organisation());
    if (Boolean.FALSE.equals(wish.active())) {
      all.users().suspend(id, time);
    }
    return id;
  }

  /** All of one anew. */
  @PUT
  @Path("/{id}")
  @Consumes({ScimSurface.MEDIA_TYPE, "application/json"})
  @Operation(summary = "Puts a user in place of what is there")
  @RequestBody(
      content =
          @Content(
              mediaType = ScimSurface.MEDIA_TYPE,
              examples = @ExampleObject(name = "example", value = USER)))
  @APIResponse(responseCode = "200", description = "The user as it is now")
  @APIResponse(responseCode = "412", description = "Changed since 'If-Match'")
  public Uni<Response> replace(
      @PathParam("id") String id,
      String body,
      @BeanParam ScimParameters parameters,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return ScimAnswers.safely(
        () -> {
          UUID user = id(id);
          ScimUser wish = ScimUsers.read(ScimAnswers.read(body));
          return changed(
              user,
              Reach.of(user, wish.person()),
              parameters,
              all -> {
                ScimAnswers.require(ifMatch, version(there(all, user)));
                become(all, user, wish);
              });
        });
  }

  /** Parts of one anew. */
  @PATCH
  @Path("/{id}")
  @Consumes({ScimSurface.MEDIA_TYPE, "application/json"})
  @Operation(summary = "Changes attributes of a user")
  @RequestBody(
      content =
          @Content(
              mediaType = ScimSurface.MEDIA_TYPE,
              examples = @ExampleObject(name = "example", value = PATCH)))
  @APIResponse(responseCode = "200", description = "The user as it is now")
  @APIResponse(responseCode = "412", description = "Changed since 'If-Match'")
  public Uni<Response> patch(
      @PathParam("id") String id,
      String body,
      @BeanParam ScimParameters parameters,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return ScimAnswers.safely(
        () -> {
          UUID user = id(id);
          JsonNode patch = ScimAnswers.read(body);
          return changed(
              user,
              Reach.of(user, ScimDesk.texts(patch)),
              parameters,
              all -> {
                DirectoryUser before = there(all, user);
                ScimAnswers.require(ifMatch, version(before));
                ObjectNode after =
                    ScimPatch.apply(ScimSchemas.USERS, ScimUsers.writable(before), patch);
                become(all, user, ScimUsers.of(after));
              });
        });
  }

  /** One less. */
  @DELETE
  @Path("/{id}")
  @Operation(
      summary = "Deletes a user",
      description = "Reports of the time before, and of what was used then, show the user still.")
  @APIResponse(responseCode = "204", description = "Deleted")
  @APIResponse(responseCode = "404", description = "There is none, or none any more")
  public Uni<Response> delete(
      @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return ScimAnswers.safely(
        () -> {
          UUID user = id(id);
          return desk.write(
                  Reach.of(user),
                  all -> {
                    ScimAnswers.require(ifMatch, version(there(all, user)));
                    all.users().delete(user, all.now());
                    return user;
                  })
              .replaceWith(() -> Response.noContent().build());
        });
  }

  private Uni<Response> changed(
      UUID user, Reach reach, ScimParameters parameters, Consumer<Workbook> work) {
    ScimProjection projection = parameters.projection(ScimSchemas.USERS);
    return desk.write(
            reach,
            all -> {
              work.accept(all);
              return user;
            })
        .chain(this::read)
        .map(now -> ScimAnswers.tagged(Response.ok(), now, projection.of(now)));
  }

  private static void become(Workbook all, UUID id, ScimUser wish) {
    Users users = all.users();
    Instant time = all.time(wish.effective());
    users.rename(id, wish.person());
    users.organise(id, time, wish.organisation());
    if (wish.active() != null) {
      if (wish.active()) {
        users.activate(id, time);
      } else {
        users.suspend(id, time);
      }
    }
  }

  private static DirectoryUser there(Workbook all, UUID id) {
    Users users = all.users();
    Person person = users.person(id).orElseThrow(() -> missing(id));
    if (users.isGone(id)) {
      throw missing(id);
    }
    return new DirectoryUser(id, person, users.facts(id));
  }

  private static String version(DirectoryUser user) {
    return ScimAnswers.version(ScimUsers.resource(user));
  }

  private Uni<ObjectNode> read(UUID id) {
    return desk.part(Reach.of(id)).map(view -> view.user(id).orElseThrow(() -> missing(id)));
  }

  private static UUID id(String text) {
    return Ids.of(text).orElseThrow(() -> missing(text));
  }

  private static NotFound missing(Object id) {
    return NotFound.of("user", id);
  }
}
