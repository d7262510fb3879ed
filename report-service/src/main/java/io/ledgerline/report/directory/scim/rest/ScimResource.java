package io.ledgerline.report.directory.scim.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.audit.Unaudited;
import io.ledgerline.platform.problem.NotFound;
import io.ledgerline.report.directory.scim.ScimDiscovery;
import io.ledgerline.report.directory.scim.ScimFault;
import io.ledgerline.report.directory.scim.ScimQuery;
import io.ledgerline.report.directory.scim.ScimSchemas;
import io.ledgerline.report.directory.scim.ScimType;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What SCIM says of itself, and searches over all of it. */
@Path("/scim/v2")
@Tag(name = "scim")
@RolesAllowed(Roles.DIRECTORY)
@Unaudited
@Produces({ScimSurface.MEDIA_TYPE, "application/json"})
public class ScimResource {
  private final ScimDesk desk;

  ScimResource(ScimDesk desk) {
    this.desk = desk;
  }

  /** What this service can. */
  @GET
  @Path("/ServiceProviderConfig")
  @Operation(summary = "Tells what this service can: filters, patches, sorting, entity tags")
  public Response config() {
    return ScimAnswers.ok(ScimDiscovery.config(desk.base()));
  }

  /** The types of resources. */
  @GET
  @Path("/ResourceTypes")
  @Operation(summary = "Lists the types of resources: users and groups")
  public Response types() {
    return all(ScimDiscovery.types(desk.base()));
  }

  /** One type of resources. */
  @GET
  @Path("/ResourceTypes/{id}")
  @Operation(summary = "Shows a type of resources")
  @APIResponse(responseCode = "404", description = "There is none")
  public Response type(@PathParam("id") String id) {
    return one(ScimDiscovery.types(desk.base()), "resource type", id);
  }

  /** The schemas. */
  @GET
  @Path("/Schemas")
  @Operation(summary = "Lists the schemas of users and groups")
  public Response schemas() {
    return all(ScimDiscovery.schemas(desk.base()));
  }

  /** One schema. */
  @GET
  @Path("/Schemas/{id}")
  @Operation(summary = "Shows a schema")
  @APIResponse(responseCode = "404", description = "There is none")
  public Response schema(@PathParam("id") String id) {
    return one(ScimDiscovery.schemas(desk.base()), "schema", id);
  }

  /** Users and groups together. */
  @POST
  @Path("/.search")
  @Consumes({ScimSurface.MEDIA_TYPE, "application/json"})
  @Operation(summary = "Lists users and groups, with the question in the body")
  @APIResponse(responseCode = "200", description = "A list response")
  public Uni<Response> search(String body) {
    return ScimAnswers.safely(
        () -> {
          ScimQuery.Asked asked = ScimParameters.search(ScimAnswers.read(body));
          Optional<ScimQuery> users = of(asked, ScimSchemas.USERS);
          Optional<ScimQuery> groups = of(asked, ScimSchemas.GROUPS);
          // Of neither: the filter is at fault.
          ScimQuery paging = users.or(() -> groups).orElseGet(() -> asked.of(ScimSchemas.USERS));
          return desk.all()
              .map(
                  view -> {
                    List<ObjectNode> found = new ArrayList<>();
                    users.ifPresent(query -> found.addAll(shown(query, view.users())));
                    groups.ifPresent(query -> found.addAll(shown(query, view.groups())));
                    return ScimAnswers.ok(
                        ScimDiscovery.list(paging.page(found), found.size(), paging.startIndex()));
                  });
        });
  }

  private static List<ObjectNode> shown(ScimQuery query, List<ObjectNode> resources) {
    return query.select(resources).stream().map(query.projection()::of).toList();
  }

  /** Empty when the question asks for what resources of the type do not have. */
  private static Optional<ScimQuery> of(ScimQuery.Asked asked, ScimType type) {
    try {
      return Optional.of(asked.of(type));
    } catch (ScimFault fault) {
      return Optional.empty();
    }
  }

  private static Response all(List<ObjectNode> list) {
    return ScimAnswers.ok(ScimDiscovery.list(list, list.size(), 1));
  }

  private static Response one(List<ObjectNode> list, String what, String id) {
    return list.stream()
        .filter(node -> node.path("id").asText().equalsIgnoreCase(id))
        .findFirst()
        .map(ScimAnswers::ok)
        .orElseThrow(() -> NotFound.of(what, id));
  }
}
