package io.ledgerline.report.directory.rest;

import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.platform.page.Page;
import io.ledgerline.platform.problem.InvalidRequest;
import io.ledgerline.platform.problem.NotFound;
import io.ledgerline.platform.rest.Represented;
import io.ledgerline.report.directory.store.SourceTable;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where the directory comes from, and how long ago. */
@Path("/api/v1/directory/sources")
@Tag(name = "directory")
public class DirectorySourceResource {
  private static final long LONGEST = Duration.ofDays(3660).toSeconds();

  private final SourceTable sources;
  private final CurrentCaller caller;
  private final Clock clock;

  DirectorySourceResource(SourceTable sources, CurrentCaller caller, Clock clock) {
    this.sources = sources;
    this.caller = caller;
    this.clock = clock;
  }

  /** All of them. */
  @GET
  @Represented
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN, Roles.DIRECTORY})
  @Operation(
      summary = "Lists the directory's sources: when each was heard last, and whether it is stale")
  public Uni<Page<SourceView>> list(
      @QueryParam("limit") @DefaultValue("100") Limit limit, @QueryParam("cursor") Cursor cursor) {
    String after = cursor == null ? "" : cursor.text(0);
    return views()
        .map(
            all ->
                Page.of(
                    all.stream()
                        .filter(one -> one.name().compareTo(after) > 0)
                        .limit(limit.plusOne())
                        .toList(),
                    limit,
                    one -> Cursor.of(one.name())));
  }

  /** How often one is expected. */
  @PUT
  @Path("/{name}")
  @RolesAllowed(Roles.DIRECTORY)
  @Operation(summary = "Says how often a source is expected, or that it is not")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              examples =
                  @ExampleObject(name = "example", value = "{\"expectedEverySeconds\": 86400}")))
  @APIResponse(responseCode = "200", description = "The source")
  @APIResponse(responseCode = "404", description = "Nothing ever came from it")
  public Uni<SourceView> expect(@PathParam("name") String name, @NotNull ExpectationBody body) {
    Long seconds = body.expectedEverySeconds();
    if (seconds != null && (seconds < 1 || seconds > LONGEST)) {
      throw InvalidRequest.field(
          "expectedEverySeconds", "range", "'expectedEverySeconds' is 1 to " + LONGEST + ".");
    }
    Duration every = seconds == null ? null : Duration.ofSeconds(seconds);
    return one(name)
        .chain(known -> sources.expect(caller.tenant(), name, every))
        .chain(() -> one(name));
  }

  private Uni<SourceView> one(String name) {
    return views()
        .map(
            all ->
                all.stream()
                    .filter(view -> view.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> NotFound.of("source", name)));
  }

  private Uni<List<SourceView>> views() {
    Instant now = clock.instant();
    return sources
        .of(caller.tenant())
        .map(states -> states.stream().map(state -> SourceView.of(state, now)).toList());
  }
}
