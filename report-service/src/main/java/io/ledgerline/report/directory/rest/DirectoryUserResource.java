package io.ledgerline.report.directory.rest;

import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.page.Filters;
import io.ledgerline.platform.page.Page;
import io.ledgerline.platform.problem.NotFound;
import io.ledgerline.platform.rest.Represented;
import io.ledgerline.report.book.csv.RowTable;
import io.ledgerline.report.book.csv.TableRow;
import io.ledgerline.report.directory.Directory;
import io.ledgerline.report.directory.DirectoryUser;
import io.ledgerline.report.directory.Person;
import io.ledgerline.report.directory.change.Users;
import io.ledgerline.report.directory.change.Workbook;
import io.ledgerline.report.directory.imports.UserTable;
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
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Users: people and machines that may use what is billed. */
@Path("/api/v1/directory/users")
@Tag(name = "directory")
public class DirectoryUserResource {
  private static final String PATH = "/api/v1/directory/users";
  private static final String NOUN = "user";

  private static final String USER =
      """
      {"userName": "ada@example.org", "emails": ["ada@example.org"], "displayName": "Ada Lovelace",
       "externalId": "00u1", "aliases": ["arn:aws:iam::123456789012:user/ada"],
       "organisation": "research", "effective": "2026-01-10T08:00:00Z"}""";

  private static final String EFFECTIVE = "{\"effective\": \"2026-03-15T10:07:00Z\"}";

  private static final String TABLE =
      "userName,email,displayName,organisation,createdAt,suspendedAt,deletedAt\n"
          + "ada@example.org,ada@example.org,Ada Lovelace,research,2026-01-10,,\n"
          + "bob@example.org,bob@example.org,Bob,research,2026-01-12,2026-03-15T10:07:00Z,\n";

  private final DirectoryDesk desk;

  DirectoryUserResource(DirectoryDesk desk) {
    this.desk = desk;
  }

  /** Those of a time. */
  @GET
  @Represented
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN, Roles.DIRECTORY})
  @Operation(
      summary = "Lists users by name, as they were at a time, by what was known at another",
      description =
          "Also those who never used anything, suspended and deleted ones. 'principal' finds whom"
              + " usage means by a text: by alias, user name, e-mail or external id, never by a"
              + " guess.")
  public Uni<Page<UserView>> list(
      @BeanParam DirectoryFilter filter,
      @QueryParam("status") String status,
      @QueryParam("userName") String userName,
      @QueryParam("email") String email,
      @QueryParam("externalId") String externalId,
      @QueryParam("organisation") String organisation,
      @QueryParam("workspace") String workspace,
      @QueryParam("principal") String principal) {
    UserQuery query =
        new UserQuery(status, userName, email, externalId, organisation, workspace, principal);
    return desk.of(filter)
        .map(
            directory ->
                filter
                    .page(
                        query.of(directory),
                        user -> Person.key(user.userName()),
                        user -> user.id().toString())
                    .map(UserView::of));
  }

  /** One. */
  @GET
  @Path("/{id}")
  @Represented
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN, Roles.DIRECTORY})
  @Operation(summary = "Shows a user as of a time")
  @APIResponse(responseCode = "404", description = "There was none by then")
  public Uni<UserView> show(
      @PathParam("id") String id,
      @QueryParam("knownAt") String knownAt,
      @QueryParam("validAt") String validAt) {
    UUID user = DirectoryDesk.id(NOUN, id);
    return desk.at(Filters.instant("knownAt", knownAt), Filters.instant("validAt", validAt))
        .map(directory -> view(directory, user));
  }

  /** A new one. */
  @POST
  @RolesAllowed(Roles.DIRECTORY)
  @Operation(summary = "Adds a user, from a time on")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              examples = @ExampleObject(name = "example", value = USER)))
  @APIResponse(responseCode = "201", description = "Added")
  @APIResponse(responseCode = "409", description = "Another user has the user name or an alias")
  public Uni<RestResponse<UserView>> add(@NotNull UserBody body) {
    Person person = body.person(Map.of());
    return desk.write(
            body.source(),
            Reach.of(person),
            all -> all.users().add(person, all.time(body.effective()), body.organisation()))
        .chain(id -> desk.after(body.effective()).map(directory -> view(directory, id)))
        .map(
            view ->
                ResponseBuilder.<UserView>create(RestResponse.Status.CREATED)
                    .location(URI.create(PATH + "/" + view.id()))
                    .entity(view)
                    .build());
  }

  /** Other names, another organisation. */
  @PUT
  @Path("/{id}")
  @RolesAllowed(Roles.DIRECTORY)
  @Operation(
      summary = "Changes a user's names at once, and the organisation from a time on",
      description = "Status is changed by calls of its own.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              examples = @ExampleObject(name = "example", value = USER)))
  @APIResponse(responseCode = "200", description = "The user as it is now")
  @APIResponse(responseCode = "409", description = "Another user has the user name or an alias")
  public Uni<UserView> update(@PathParam("id") String id, @NotNull UserBody body) {
    UUID user = DirectoryDesk.id(NOUN, id);
    return change(
        user,
        Reach.of(user, body.person(Map.of())),
        new EffectiveBody(body.effective(), body.source()),
        (all, time) -> {
          Map<String, Object> profile =
              all.person(user).map(Person::profile).orElseThrow(() -> NotFound.of(NOUN, user));
          all.rename(user, body.person(profile));
          all.organise(user, time, body.organisation());
        });
  }

  /** May do nothing. */
  @POST
  @Path("/{id}/suspension")
  @RolesAllowed(Roles.DIRECTORY)
  @Operation(summary = "Suspends a user from a time on, until they are activated")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              examples = @ExampleObject(name = "example", value = EFFECTIVE)))
  @APIResponse(responseCode = "200", description = "The user as it is then")
  public Uni<UserView> suspend(@PathParam("id") String id, EffectiveBody body) {
    UUID user = DirectoryDesk.id(NOUN, id);
    return change(user, Reach.of(user), body, (all, time) -> all.suspend(user, time));
  }

  /** May act again. */
  @POST
  @Path("/{id}/activation")
  @RolesAllowed(Roles.DIRECTORY)
  @Operation(summary = "Ends a user's suspension from a time on")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              examples = @ExampleObject(name = "example", value = EFFECTIVE)))
  @APIResponse(responseCode = "200", description = "The user as it is then")
  public Uni<UserView> activate(@PathParam("id") String id, EffectiveBody body) {
    UUID user = DirectoryDesk.id(NOUN, id);
    return change(user, Reach.of(user), body, (all, time) -> all.activate(user, time));
  }

  /** Is gone. */
  @DELETE
  @Path("/{id}")
  @RolesAllowed(Roles.DIRECTORY)
  @Operation(
      summary = "Deletes a user from a time on",
      description =
          "What they used stays, and so does who they were; the user name is free for another.")
  @APIResponse(responseCode = "200", description = "The user as it is then")
  public Uni<UserView> delete(
      @PathParam("id") String id,
      @QueryParam("effective") String effective,
      @QueryParam("source") String source) {
    UUID user = DirectoryDesk.id(NOUN, id);
    EffectiveBody body = new EffectiveBody(Filters.instant("effective", effective), source);
    return change(user, Reach.of(user), body, (all, time) -> all.delete(user, time));
  }

  /** Is back. */
  @POST
  @Path("/{id}/restoration")
  @RolesAllowed(Roles.DIRECTORY)
  @Operation(summary = "Takes a deleted user back from a time on")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              examples = @ExampleObject(name = "example", value = EFFECTIVE)))
  @APIResponse(responseCode = "200", description = "The user as it is then")
  @APIResponse(responseCode = "409", description = "Another user has the user name by now")
  public Uni<UserView> restore(@PathParam("id") String id, EffectiveBody body) {
    UUID user = DirectoryDesk.id(NOUN, id);
    return desk.at(null, null)
        .map(directory -> directory.user(user).map(DirectoryUser::person).orElse(null))
        .map(person -> person == null ? Reach.of(user) : Reach.of(user, person))
        .chain(reach -> change(user, reach, body, (all, time) -> all.restore(user, time)));
  }

  /** Is forgotten. */
  @POST
  @Path("/{id}/erasure")
  @RolesAllowed(Roles.DIRECTORY)
  @Operation(
      summary = "Erases everything that names a person, for ever",
      description =
          "Names, addresses, aliases and what directory clients said of the person go, of all"
              + " times, here and in the ledger, but for a name that another user has as well. The"
              + " surrogate, its dates and memberships stay, so that counts and sums do. The user"
              + " is deleted unless they are already. When the ledger is away nothing is erased:"
              + " call again.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              examples = @ExampleObject(name = "example", value = EFFECTIVE)))
  @APIResponse(responseCode = "200", description = "What is left")
  @APIResponse(responseCode = "503", description = "The ledger is away; nothing is erased")
  public Uni<UserView> erase(@PathParam("id") String id, EffectiveBody body) {
    UUID user = DirectoryDesk.id(NOUN, id);
    return desk.at(null, null)
        .invoke(directory -> view(directory, user))
        .chain(() -> desk.erase(user, EffectiveBody.of(body).source()))
        .chain(() -> desk.after(null))
        .map(directory -> view(directory, user));
  }

  /** Imports a table. */
  @POST
  @Path("/imports")
  @Consumes({"text/csv", "text/plain"})
  @RolesAllowed(Roles.DIRECTORY)
  @Operation(
      summary = "Imports a table of users in one transaction",
      description =
          "Columns that the table does not have leave alone what is known. Importing it again"
              + " changes nothing; with dryRun=true nothing is changed at all.")
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
    return OffLoop.compute(() -> UserTable.read(body))
        .chain((RowTable<TableRow> table) -> bring(table, dryRun, effective, source));
  }

  private Uni<DirectoryImportView> bring(
      RowTable<TableRow> table, boolean dryRun, String effective, String source) {
    return desk.bring(
        source, effective, dryRun, (Workbook all, Instant at) -> UserTable.apply(table, all, at));
  }

  /** What a call does to a user at a time. */
  private interface Change {
    void on(Users all, Instant time);
  }

  private Uni<UserView> change(UUID user, Reach reach, EffectiveBody body, Change change) {
    EffectiveBody when = EffectiveBody.of(body);
    return desk.write(
            when.source(),
            reach,
            all -> {
              if (!all.users().knows(user)) {
                throw NotFound.of(NOUN, user);
              }
              change.on(all.users(), all.time(when.effective()));
              return user;
            })
        .chain(id -> desk.after(when.effective()))
        .map(directory -> view(directory, user));
  }

  private static UserView view(Directory directory, UUID id) {
    return directory.user(id).map(UserView::of).orElseThrow(() -> NotFound.of(NOUN, id));
  }
}
