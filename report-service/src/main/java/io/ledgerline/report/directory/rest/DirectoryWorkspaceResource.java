package io.ledgerline.report.directory.rest;

import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.page.Filters;
import io.ledgerline.platform.page.Page;
import io.ledgerline.platform.problem.NotFound;
import io.ledgerline.platform.rest.Represented;
import io.ledgerline.report.directory.Directory;
import io.ledgerline.report.directory.Workspace;
import io.ledgerline.report.directory.WorkspaceFacts;
import io.ledgerline.report.directory.change.Workspaces;
import io.ledgerline.report.directory.imports.WorkspaceTable;
import io.ledgerline.report.directory.store.Reach;
import io.ledgerline.report.store.OffLoop;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Workspaces: where users work together. */
@Path("/api/v1/directory/workspaces")
@Tag(name = "directory")
public class DirectoryWorkspaceResource {
  private static final String PATH = "/api/v1/directory/workspaces";
  private static final String NOUN = "workspace";

  private static final String WORKSPACE =
      """
      {"name": "search", "externalId": "g-7", "organisation": "research",
       "effective": "2026-01-01T00:00:00Z"}""";

  private static final String TABLE =
      "name,externalId,organisation,createdAt,deletedAt\nsearch,g-7,research,2026-01-01,\n";

  private final DirectoryDesk desk;

  DirectoryWorkspaceResource(DirectoryDesk desk) {
    this.desk = desk;
  }

  /** Those of a time. */
  @GET
  @Represented
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN, Roles.DIRECTORY})
  @Operation(
      summary = "Lists workspaces by name, as they were at a time, by what was known at another",
      description = "Also those without members or usage, and deleted ones.")
  public Uni<Page<WorkspaceView>> list(
      @BeanParam DirectoryFilter filter,
      @QueryParam("name") String name,
      @QueryParam("externalId") String externalId,
      @QueryParam("organisation") String organisation,
      @QueryParam("deleted") Boolean deleted) {
    return desk.of(filter)
        .map(
            directory ->
                filter
                    .page(
                        directory.workspaces().stream()
                            .filter(one -> name == null || name.equals(one.name()))
                            .filter(
                                one -> externalId == null || externalId.equals(one.externalId()))
                            .filter(
                                one ->
                                    organisation == null || organisation.equals(one.organisation()))
                            .filter(one -> deleted == null || deleted == one.isDeleted())
                            .toList(),
                        Workspace::name,
                        one -> one.id().toString())
                    .map(one -> view(directory, one)));
  }

  /** One. */
  @GET
  @Path("/{id}")
  @Represented
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN, Roles.DIRECTORY})
  @Operation(summary = "Shows a workspace as of a time")
  @APIResponse(responseCode = "404", description = "There was none by then")
  public Uni<WorkspaceView> show(
      @PathParam("id") String id,
      @QueryParam("knownAt") String knownAt,
      @QueryParam("validAt") String validAt) {
    UUID workspace = DirectoryDesk.id(NOUN, id);
    return desk.at(Filters.instant("knownAt", knownAt), Filters.instant("validAt", validAt))
        .map(directory -> view(directory, workspace));
  }

  /** A new one. */
  @POST
  @RolesAllowed(Roles.DIRECTORY)
  @Operation(summary = "Adds a workspace, from a time on")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              examples = @ExampleObject(name = "example", value = WORKSPACE)))
  @APIResponse(responseCode = "201", description = "Added")
  @APIResponse(responseCode = "409", description = "There is one of that name")
  public Uni<RestResponse<WorkspaceView>> add(@NotNull WorkspaceBody body) {
    return desk.write(
            body.source(),
            Reach.NOBODY,
            all ->
                all.workspaces()
                    .add(
                        new WorkspaceFacts(
                            body.name(),
                            body.externalId(),
                            all.time(body.effective()),
                            null,
                            body.organisation())))
        .chain(id -> desk.after(body.effective()).map(directory -> view(directory, id)))
        .map(
            view ->
                ResponseBuilder.<WorkspaceView>create(RestResponse.Status.CREATED)
                    .location(URI.create(PATH + "/" + view.id()))
                    .entity(view)
                    .build());
  }

  /** Another name, another organisation. */
  @PUT
  @Path("/{id}")
  @RolesAllowed(Roles.DIRECTORY)
  @Operation(summary = "Renames a workspace, or gives it to another organisation, from a time on")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              examples = @ExampleObject(name = "example", value = WORKSPACE)))
  @APIResponse(responseCode = "200", description = "The workspace as it is then")
  @APIResponse(responseCode = "409", description = "There is another of that name")
  public Uni<WorkspaceView> update(@PathParam("id") String id, @NotNull WorkspaceBody body) {
    UUID workspace = DirectoryDesk.id(NOUN, id);
    WorkspaceFacts checked =
        new WorkspaceFacts(
            body.name(), body.externalId(), Instant.EPOCH, null, body.organisation());
    return change(
        workspace,
        new EffectiveBody(body.effective(), body.source()),
        (all, time) -> {
          all.rename(workspace, time, checked.name());
          all.identify(workspace, time, checked.externalId());
          all.organise(workspace, time, checked.organisation());
        });
  }

  /** Is gone. */
  @DELETE
  @Path("/{id}")
  @RolesAllowed(Roles.DIRECTORY)
  @Operation(summary = "Deletes a workspace from a time on; what was used in it stays")
  @APIResponse(responseCode = "200", description = "The workspace as it is then")
  public Uni<WorkspaceView> delete(
      @PathParam("id") String id,
      @QueryParam("effective") String effective,
      @QueryParam("source") String source) {
    UUID workspace = DirectoryDesk.id(NOUN, id);
    return change(
        workspace,
        new EffectiveBody(Filters.instant("effective", effective), source),
        (all, time) -> all.delete(workspace, time));
  }

  /** Is back. */
  @POST
  @Path("/{id}/restoration")
  @RolesAllowed(Roles.DIRECTORY)
  @Operation(summary = "Takes a deleted workspace back from a time on")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              examples =
                  @ExampleObject(
                      name = "example",
                      value = "{\"effective\": \"2026-03-15T10:07:00Z\"}")))
  @APIResponse(responseCode = "409", description = "There is another of that name by now")
  public Uni<WorkspaceView> restore(@PathParam("id") String id, EffectiveBody body) {
    UUID workspace = DirectoryDesk.id(NOUN, id);
    return change(workspace, EffectiveBody.of(body), (all, time) -> all.restore(workspace, time));
  }

  /** Imports a table. */
  @POST
  @Path("/imports")
  @Consumes({"text/csv", "text/plain"})
  @RolesAllowed(Roles.DIRECTORY)
  @Operation(
      summary = "Imports a table of workspaces in one transaction",
      description =
          "Importing it again changes nothing; with dryRun=true nothing is changed at all.")
  @RequestBody(
      content =
          @Content(
              mediaType = "text/csv",
              examples = @ExampleObject(name = "example", value = TABLE)))
  @APIResponse(responseCode = "200", description = "What was, or would be, changed")
  @APIResponse(responseCode = "400", description = "The table has faults; 'errors' names rows")
  public Uni<DirectoryImportView> bring(
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      @QueryParam("effective") String effective,
      @QueryParam("source") @DefaultValue("import") String source,
      String body) {
    return OffLoop.compute(() -> WorkspaceTable.read(body))
        .chain(
            table ->
                desk.bring(
                    source, effective, dryRun, (all, at) -> WorkspaceTable.apply(table, all, at)));
  }

  private Uni<WorkspaceView> change(
      UUID workspace, EffectiveBody when, BiConsumer<Workspaces, Instant> change) {
    return desk.write(
            when.source(),
            Reach.NOBODY,
            all -> {
              if (!all.workspaces().knows(workspace)) {
                throw NotFound.of(NOUN, workspace);
              }
              change.accept(all.workspaces(), all.time(when.effective()));
              return workspace;
            })
        .chain(id -> desk.after(when.effective()))
        .map(directory -> view(directory, workspace));
  }

  private static WorkspaceView view(Directory directory, UUID id) {
    return directory
        .workspace(id)
        .map(one -> view(directory, one))
        .orElseThrow(() -> NotFound.of(NOUN, id));
  }

  private static WorkspaceView view(Directory directory, Workspace workspace) {
    return WorkspaceView.of(workspace, directory.members(workspace).size());
  }
}
