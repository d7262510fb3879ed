package io.ledgerline.report.directory.scim.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.audit.Unaudited;
import io.ledgerline.platform.problem.NotFound;
import io.ledgerline.report.directory.MembershipKey;
import io.ledgerline.report.directory.Workspace;
import io.ledgerline.report.directory.WorkspaceFacts;
import io.ledgerline.report.directory.change.Ids;
import io.ledgerline.report.directory.change.Workbook;
import io.ledgerline.report.directory.change.Workspaces;
import io.ledgerline.report.directory.scim.ScimDiscovery;
import io.ledgerline.report.directory.scim.ScimFault;
import io.ledgerline.report.directory.scim.ScimGroup;
import io.ledgerline.report.directory.scim.ScimGroups;
import io.ledgerline.report.directory.scim.ScimPatch;
import io.ledgerline.report.directory.scim.ScimProjection;
import io.ledgerline.report.directory.scim.ScimQuery;
import io.ledgerline.report.directory.scim.ScimSchemas;
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
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Workspaces as SCIM has them: groups. */
@Path("/scim/v2/Groups")
@Tag(name = "scim")
@RolesAllowed(Roles.DIRECTORY)
@Produces({ScimSurface.MEDIA_TYPE, "application/json"})
public class ScimGroupResource {
  private static final String GROUP =
      """
      {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"], "displayName": "search",
       "externalId": "g-7", "members": []}""";

  private static final String PATCH =
      """
      {"schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
       "Operations": [
         {"op": "add", "path": "members",
          "value": [{"value": "2819c223-7f76-453a-919d-413861904646"}]},
         {"op": "remove", "path": "members[value eq \\"6c5bb468-14b2-4183-baf2-06d523e03bd3\\"]"}]}""";

  private final ScimDesk desk;

  ScimGroupResource(ScimDesk desk) {
    this.desk = desk;
  }

  /** Some of them. */
  @GET
  @Unaudited
  @Operation(summary = "Lists groups, which are workspaces; deleted ones are not among them")
  @APIResponse(responseCode = "200", description = "A list response")
  public Uni<Response> list(@BeanParam ScimParameters parameters) {
    return ScimAnswers.safely(() -> select(parameters.of(ScimSchemas.GROUPS)));
  }

  /** The same with its parameters in the body. */
  @POST
  @Path("/.search")
  @Unaudited
  @Consumes({ScimSurface.MEDIA_TYPE, "application/json"})
  @Operation(summary = "Lists groups, with the question in the body")
  @APIResponse(responseCode = "200", description = "A list response")
  public Uni<Response> search(String body) {
    return ScimAnswers.safely(
        () -> select(ScimParameters.search(ScimAnswers.read(body)).of(ScimSchemas.GROUPS)));
  }

  private Uni<Response> select(ScimQuery query) {
    return desk.all().chain(view -> OffLoop.compute(() -> page(query, view.groups())));
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
  @Operation(summary = "Shows a group with its members")
  @APIResponse(responseCode = "200", description = "The group, with its entity tag")
  @APIResponse(responseCode = "304", description = "Not changed since 'If-None-Match'")
  @APIResponse(responseCode = "404", description = "There is none, or none any more")
  public Uni<Response> show(
      @PathParam("id") String id,
      @BeanParam ScimParameters parameters,
      @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
    return ScimAnswers.safely(
        () -> {
          ScimProjection projection = parameters.projection(ScimSchemas.GROUPS);
          return read(id(id))
              .map(
                  group ->
                      ScimAnswers.names(ifNoneMatch, group.path("meta").path("version").asText())
                          ? ScimAnswers.resource(group, ifNoneMatch)
                          : ScimAnswers.tagged(Response.ok(), group, projection.of(group)));
        });
  }

  /** A new one. */
  @POST
  @Consumes({ScimSurface.MEDIA_TYPE, "application/json"})
  @Operation(summary = "Adds a group")
  @RequestBody(
      content =
          @Content(
              mediaType = ScimSurface.MEDIA_TYPE,
              examples = @ExampleObject(name = "example", value = GROUP)))
  @APIResponse(responseCode = "201", description = "Added")
  @APIResponse(responseCode = "409", description = "Another group has the name")
  public Uni<Response> add(String body, @BeanParam ScimParameters parameters) {
    return ScimAnswers.safely(
        () -> {
          ScimGroup wish = ScimGroups.read(ScimAnswers.read(body));
          ScimProjection projection = parameters.projection(ScimSchemas.GROUPS);
          return desk.write(Reach.NOBODY, all -> add(all, wish))
              .chain(this::read)
              .map(
                  group ->
                      ScimAnswers.tagged(
                          Response.status(Response.Status.CREATED), group, projection.of(group)));
        });
  }

  private static UUID add(Workbook all, ScimGroup wish) {
    UUID id =
        all.workspaces()
            .add(new WorkspaceFacts(wish.name(), wish.externalId(), all.now(), null, null));
    gather(all, id, wish.members());
    return id;
  }

  /** All of one anew. */
  @PUT
  @Path("/{id}")
  @Consumes({ScimSurface.MEDIA_TYPE, "application/json"})
  @Operation(summary = "Puts a group in place of what is there, with its members")
  @RequestBody(
      content =
          @Content(
              mediaType = ScimSurface.MEDIA_TYPE,
              examples = @ExampleObject(name = "example", value = GROUP)))
  @APIResponse(responseCode = "200", description = "The group as it is now")
  @APIResponse(responseCode = "412", description = "Changed since 'If-Match'")
  public Uni<Response> replace(
      @PathParam("id") String id,
      String body,
      @BeanParam ScimParameters parameters,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return ScimAnswers.safely(
        () -> {
          UUID group = id(id);
          ScimGroup wish = ScimGroups.read(ScimAnswers.read(body));
          return changed(
              group,
              parameters,
              all -> {
                ScimAnswers.require(ifMatch, version(all, there(all, group)));
                become(all, group, wish);
              });
        });
  }

  /** Parts of one anew. */
  @PATCH
  @Path("/{id}")
  @Consumes({ScimSurface.MEDIA_TYPE, "application/json"})
  @Operation(summary = "Changes a group's name or members")
  @RequestBody(
      content =
          @Content(
              mediaType = ScimSurface.MEDIA_TYPE,
              examples = @ExampleObject(name = "example", value = PATCH)))
  @APIResponse(responseCode = "200", description = "The group as it is now")
  @APIResponse(responseCode = "412", description = "Changed since 'If-Match'")
  public Uni<Response> patch(
      @PathParam("id") String id,
      String body,
      @BeanParam ScimParameters parameters,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return ScimAnswers.safely(
        () -> {
          UUID group = id(id);
          JsonNode patch = ScimAnswers.read(body);
          return changed(
              group,
              parameters,
              all -> {
                Workspace before = there(all, group);
                ScimAnswers.require(ifMatch, version(all, before));
                ObjectNode after =
                    ScimPatch.apply(
                        ScimSchemas.GROUPS,
                        ScimGroups.writable(before, members(all, group)),
                        patch);
                become(all, group, ScimGroups.of(after));
              });
        });
  }

  /** One less. */
  @DELETE
  @Path("/{id}")
  @Operation(summary = "Deletes a group; reports of the time before show it still")
  @APIResponse(responseCode = "204", description = "Deleted")
  @APIResponse(responseCode = "404", description = "There is none, or none any more")
  public Uni<Response> delete(
      @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return ScimAnswers.safely(
        () -> {
          UUID group = id(id);
          return desk.write(
                  Reach.NOBODY,
                  all -> {
                    ScimAnswers.require(ifMatch, version(all, there(all, group)));
                    all.workspaces().delete(group, all.now());
                    return group;
                  })
              .replaceWith(() -> Response.noContent().build());
        });
  }

  private Uni<Response> changed(UUID group, ScimParameters parameters, Consumer<Workbook> work) {
    ScimProjection projection = parameters.projection(ScimSchemas.GROUPS);
    return desk.write(
            Reach.NOBODY,
            all -> {
              work.accept(all);
              return group;
            })
        .chain(this::read)
        .map(now -> ScimAnswers.tagged(Response.ok(), now, projection.of(now)));
  }

  private static void become(Workbook all, UUID id, ScimGroup wish) {
    Workspaces workspaces = all.workspaces();
    workspaces.rename(id, all.now(), wish.name());
    workspaces.identify(id, all.now(), wish.externalId());
    gather(all, id, wish.members());
  }

  /** Makes these the members, and nobody else who is there. */
  private static void gather(Workbook all, UUID workspace, Set<UUID> wanted) {
    List<UUID> so = members(all, workspace);
    for (UUID user : so) {
      if (!wanted.contains(user)) {
        all.memberships().leave(new MembershipKey(workspace, user), all.now());
      }
    }
    for (UUID user : wanted) {
      if (!all.users().knows(user) || all.users().isGone(user)) {
        throw new ScimFault(
            ScimFault.Kind.INVALID_VALUE, "There is no user " + user + " to be a member.");
      }
      all.memberships().join(new MembershipKey(workspace, user), all.now(), null);
    }
  }

  private static List<UUID> members(Workbook all, UUID workspace) {
    return all.memberships().of(workspace, all.now()).stream()
        .filter(user -> !all.users().isGone(user))
        .toList();
  }

  private static Workspace there(Workbook all, UUID id) {
    if (all.workspaces().isGone(id)) {
      throw missing(id);
    }
    return new Workspace(id, all.workspaces().facts(id));
  }

  private static String version(Workbook all, Workspace workspace) {
    return ScimView.groupVersion(workspace, members(all, workspace.id()));
  }

  private Uni<ObjectNode> read(UUID id) {
    return desk.all().map(view -> view.group(id).orElseThrow(() -> missing(id)));
  }

  private static UUID id(String text) {
    return Ids.of(text).orElseThrow(() -> missing(text));
  }

  private static NotFound missing(Object id) {
    return NotFound.of("group", id);
  }
}
