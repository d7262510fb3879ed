package io.ledgerline.ingest.ledger.correct;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.ingest.ledger.AccountSight;
import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.KeepsScope;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.access.Sight;
import io.ledgerline.platform.idempotency.IdempotencyKey;
import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.platform.page.Page;
import io.ledgerline.platform.problem.ErrorCode;
import io.ledgerline.platform.problem.Forbidden;
import io.ledgerline.platform.problem.InvalidRequest;
import io.ledgerline.platform.rest.Represented;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1/ledger/corrections}: what was sent wrongly is taken back or replaced. */
@Path("/api/v1/ledger/corrections")
@KeepsScope
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "corrections", description = "Voids and replacements, with reason and actor")
public class CorrectionResource {
  private static final String PATH = "/api/v1/ledger/corrections/";
  private static final Set<String> STATES = Set.of("PENDING", "RUNNING", "DONE", "FAILED");

  private final Corrections corrections;
  private final CorrectionQuery query;
  private final CurrentCaller caller;

  CorrectionResource(Corrections corrections, CorrectionQuery query, CurrentCaller caller) {
    this.corrections = corrections;
    this.query = query;
    this.caller = caller;
  }

  /** Voids or replaces events, or shows what that would do. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.BILLING_ADMIN)
  @Operation(
      summary = "Void or replace events",
      description =
          """
          Nothing in the ledger is edited: for each event a reversal is added, and for a replacement
          the new version beside it. Up to 5,000 events are done before the answer, as a whole; more
          (by conditions, or up to 10,000 named ones) are answered 202 and done afterwards, but for
          what was recorded after the call. With `dryRun` the effect is shown and nothing changes.""")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Object.class),
              examples = {
                @ExampleObject(name = "void events", value = CorrectionExamples.VOID_NAMED),
                @ExampleObject(name = "void a span", value = CorrectionExamples.VOID_SPAN),
                @ExampleObject(name = "replace", value = CorrectionExamples.REPLACE)
              }))
  @APIResponse(
      responseCode = "200",
      description = "Done; or what would be done",
      content = @Content(schema = @Schema(implementation = CorrectionView.class)))
  @APIResponse(responseCode = "202", description = "Noted; Location tells how far it is")
  @APIResponse(responseCode = "400", description = "A field is missing or breaks a rule")
  @APIResponse(responseCode = "413", description = "Too many events")
  @APIResponse(responseCode = "422", description = "An idempotency key used for another body")
  public Response make(
      @Parameter(
              description = "Your own name for this call; made again it has no second effect",
              example = "ticket-4711",
              schema = @Schema(implementation = String.class, minLength = 1, maxLength = 255))
          @HeaderParam(IdempotencyKey.HEADER)
          String idempotencyKey,
      byte[] body)
      throws JsonProcessingException {
    Sight sight = AccountSight.of(caller);
    TenantId tenant = sight.tenant();
    IdempotencyKey key = IdempotencyKey.of(idempotencyKey);
    CorrectionRequest request = RequestReader.read(body);
    requireOwn(sight, request);
    if (request.dryRun()) {
      return Response.ok(corrections.dryRun(tenant, request)).build();
    }
    Corrections.Made made =
        corrections.make(Asked.of(tenant, caller.actor(), caller.name(), key, body), request);
    CorrectionView correction = shown(sight, made.correction());
    boolean over = correction.finishedAt() != null;
    Response.ResponseBuilder answer =
        (over ? Response.ok() : Response.accepted())
            .entity(correction)
            .location(URI.create(PATH + correction.id()));
    return (made.replayed() ? answer.header("Idempotency-Replayed", "true") : answer).build();
  }

  private static CorrectionView shown(Sight sight, CorrectionView correction) {
    return sight.isCut() ? correction.withoutProgress() : correction;
  }

  /** Events that are named may be anybody's: whoever sees a part selects by an account of it. */
  private static void requireOwn(Sight sight, CorrectionRequest request) {
    if (!sight.isCut()) {
      return;
    }
    if (request.filter() == null) {
      throw new Forbidden(
          ErrorCode.SCOPE_NOT_SUPPORTED,
          "A key with a scope voids what it selects by 'select.sourceAccount', no named events.");
    }
    String account = request.filter().sourceAccount();
    if (account == null || !sight.scope().coversAccount(account)) {
      throw InvalidRequest.field(
          "select.sourceAccount",
          "account-outside-scope",
          "'select.sourceAccount' is an account that the key's scope names.");
    }
  }

  /** Lists corrections, newest first. */
  @GET
  @Represented
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN, Roles.SERVICE})
  @Operation(summary = "List corrections, newest first")
  public Uni<Page<CorrectionView>> list(
      @Parameter(description = "void or replace") @QueryParam("kind") String kind,
      @Parameter(description = "pending, running, done or failed") @QueryParam("state")
          String state,
      @Parameter(description = "A source that it selects, or of an event it names")
          @QueryParam("source")
          String source,
      @QueryParam("cursor") Cursor cursor,
      @QueryParam("limit") @DefaultValue("100") Limit limit) {
    String wanted = state == null ? null : state.toUpperCase(Locale.ROOT);
    if (wanted != null && !STATES.contains(wanted)) {
      throw InvalidRequest.field("state", "unknown", "state is pending, running, done or failed");
    }
    Sight sight = AccountSight.of(caller);
    return query
        .list(
            sight,
            new CorrectionQuery.Filter(
                kind == null ? null : CorrectionKind.of("kind", kind), wanted, source),
            cursor,
            limit)
        .map(page -> page.map(correction -> shown(sight, correction)));
  }

  /** One correction. */
  @GET
  @Represented
  @Path("/{id}")
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN, Roles.SERVICE})
  @Operation(summary = "A correction and how far it is")
  @APIResponse(responseCode = "404", description = "No such correction")
  public Uni<CorrectionView> one(@PathParam("id") UUID id) {
    Sight sight = AccountSight.of(caller);
    return query.one(sight, id).map(correction -> shown(sight, correction));
  }
}
