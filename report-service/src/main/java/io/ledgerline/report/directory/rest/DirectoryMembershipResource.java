package io.ledgerline.report.directory.rest;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.audit.AuditNote;
import io.ledgerline.platform.page.Filters;
import io.ledgerline.platform.page.Page;
import io.ledgerline.platform.problem.InvalidRequest;
import io.ledgerline.platform.problem.NotFound;
import io.ledgerline.platform.rest.Represented;
import io.ledgerline.report.directory.Directory;
import io.ledgerline.report.directory.Membership;
import io.ledgerline.report.directory.MembershipKey;
import io.ledgerline.report.directory.Person;
import io.ledgerline.report.directory.change.Workbook;
import io.ledgerline.report.directory.imports.MembershipTable;
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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Memberships: who works where, and as what. */
@Path(DirectoryMembershipResource.PATH)
@Tag(name = "directory")
public class DirectoryMembershipResource {
  static final String PATH = "/api/v1/directory/memberships";

  private static final String MEMBERSHIP =
      """
      {"workspace": "search", "user": "ada@example.org", "role": "admin",
       "effective": "2026-02-01T09:00:00Z"}""";

  private static final String TABLE =
      "workspace,user,role,joinedAt,leftAt\n"
          + "search,ada@example.org,admin,2026-02-01T09:00:00Z,\n"
          + "search,bob@example.org,member,2026-02-01,2026-03-15\n";

  private static final String SNAPSHOT = "snapshot";
  private static final String ADD = "add";

  private final DirectoryDesk desk;
  private final AuditNote audit;

  DirectoryMembershipResource(DirectoryDesk desk, AuditNote audit) {
    this.desk = desk;
    this.audit = audit;
  }

  /** Those of a time. */
  @GET
  @Represented
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN, Roles.DIRECTORY})
  @Operation(
      summary = "Lists who was a member where at a time, by what was known at another",
      description = "By workspace and user name; suspended and deleted users too.")
  public Uni<Page<MembershipView>> list(
      @BeanParam DirectoryFilter filter,
      @QueryParam("workspace") String workspace,
      @QueryParam("user") String user,
      @QueryParam("role") String role) {
    return desk.of(filter)
        .map(
            directory ->
                filter
                    .page(
                        found(directory, workspace, user)
                            .filter(Membership::isCurrent)
                            .filter(one -> role == null || role.equals(one.role()))
                            .toList(),
                        one -> one.workspace().name() + " " + one.workspace().id(),
                        one -> Person.key(one.user().userName()) + " " + one.user().id())
                    .map(MembershipView::of));
  }

  private static Stream<Membership> found(Directory directory, String workspace, String user) {
    Stream<Membership> all =
        workspace == null
            ? directory.memberships().stream()
            : UserQuery.workspace(directory, workspace).stream()
                .flatMap(one -> directory.members(one).stream());
    return all.filter(
        one ->
            user == null
                || one.user().id().toString().equalsIgnoreCase(user)
                || directory.find(user).filter(one.user()::equals).isPresent());
  }

  /** A new one, or another role. */
  @POST
  @RolesAllowed(Roles.DIRECTORY)
  @Operation(summary = "Makes a user a member from a time on, or gives a member another role")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              examples = @ExampleObject(name = "example", value = MEMBERSHIP)))
  @APIResponse(responseCode = "200", description = "The membership as it is then")
  @APIResponse(responseCode = "400", description = "There is no such workspace or user")
  public Uni<MembershipView> join(@NotNull MembershipBody body) {
    return desk.write(
            body.source(),
            reach(body.user()),
            all -> {
              MembershipKey key = key(all, body.workspace(), body.user());
              Instant time = all.time(body.effective());
              all.memberships().join(key, time, body.role());
              all.memberships().assign(key, time, body.role());
              return key;
            })
        .chain(key -> desk.after(body.effective()).map(directory -> view(directory, key)));
  }

  /** One less. */
  @DELETE
  @Path("/{workspace}/{user}")
  @RolesAllowed(Roles.DIRECTORY)
  @Operation(summary = "Ends a membership from a time on")
  @APIResponse(responseCode = "204", description = "Ended, or there was none")
  @APIResponse(responseCode = "404", description = "There is no such workspace or user")
  public Uni<RestResponse<Void>> leave(
      @PathParam("workspace") String workspace,
      @PathParam("user") String user,
      @QueryParam("effective") String effective,
      @QueryParam("source") String source) {
    Instant time = Filters.instant("effective", effective);
    return desk.write(
            source,
            reach(user),
            all -> {
              MembershipKey key = addressed(all, workspace, user);
              all.memberships().leave(key, all.time(time));
              return key;
            })
        .invoke(key -> audit.about(PATH + "/" + key.workspace() + "/" + key.user()))
        .map(done -> RestResponse.noContent());
  }

  /** Imports a table. */
  @POST
  @Path("/imports")
  @Consumes({"text/csv", "text/plain"})
  @RolesAllowed(Roles.DIRECTORY)
  @Operation(
      summary = "Imports a table of memberships in one transaction, also as of a past date",
      description =
          "'effective' is the time of which the table speaks. With mode=snapshot it names all"
              + " members of the workspaces in it, and others leave then. Importing it again"
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
      @QueryParam("mode") @DefaultValue(ADD) String mode,
      @QueryParam("effective") String effective,
      @QueryParam("source") @DefaultValue("import") String source,
      String body) {
    if (!List.of(ADD, SNAPSHOT).contains(mode)) {
      throw InvalidRequest.field("mode", "unknown-mode", "'mode' is 'add' or 'snapshot'.");
    }
    return OffLoop.compute(() -> MembershipTable.read(body))
        .chain(
            table ->
                desk.bring(
                    source,
                    effective,
                    dryRun,
                    (all, at) -> MembershipTable.apply(table, all, at, mode.equals(SNAPSHOT))));
  }

  private static Reach reach(String user) {
    return user == null ? Reach.NOBODY : Reach.ofNames(List.of(user));
  }

  private static MembershipKey key(Workbook all, String workspace, String user) {
    return new MembershipKey(
        all.workspaces().meant("workspace", workspace), all.users().meant("user", user));
  }

  /** The same for an address: one that leads nowhere is no wrong field. */
  private static MembershipKey addressed(Workbook all, String workspace, String user) {
    try {
      return key(all, workspace, user);
    } catch (InvalidValueException e) {
      if (e.code().startsWith("unknown-")) {
        throw NotFound.of("membership", workspace + "/" + user);
      }
      throw e;
    }
  }

  private static MembershipView view(Directory directory, MembershipKey key) {
    return directory.memberships().stream()
        .filter(one -> one.user().id().equals(key.user()))
        .filter(one -> one.workspace().id().equals(key.workspace()))
        .findFirst()
        .map(MembershipView::of)
        .orElseThrow(() -> NotFound.of("membership", key.workspace() + "/" + key.user()));
  }
}
