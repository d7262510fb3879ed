package io.ledgerline.report.allocation.rest;

import static io.ledgerline.report.book.rest.EntryDesk.part;

import io.ledgerline.platform.access.KeepsScope;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.page.Page;
import io.ledgerline.platform.rest.Represented;
import io.ledgerline.report.allocation.AllocationKey;
import io.ledgerline.report.allocation.AllocationRule;
import io.ledgerline.report.allocation.Method;
import io.ledgerline.report.allocation.Pool;
import io.ledgerline.report.allocation.Target;
import io.ledgerline.report.allocation.store.AllocationRuleKind;
import io.ledgerline.report.allocation.store.AllocationRuleTable;
import io.ledgerline.report.attribution.rest.SeenEntries;
import io.ledgerline.report.book.rest.EntryDesk;
import io.ledgerline.report.book.rest.EntryDoor;
import io.ledgerline.report.book.rest.EntryFilter;
import io.ledgerline.report.book.rest.EntryImportView;
import io.ledgerline.report.book.rest.WithdrawalBody;
import io.ledgerline.report.book.rest.WithdrawalView;
import io.ledgerline.report.book.store.BookQuery;
import io.ledgerline.report.book.store.EntryCut;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** How cost that nobody used alone is spread. */
@Path("/api/v1/allocation-rules")
@Tag(name = "allocation-rules")
public class AllocationRuleResource {
  private static final String EXAMPLE =
      """
      {"pool": "cost-centre:platform", "method": "fixed", "order": 10, "weights": "percent",
       "targets": [{"target": "cost-centre:research", "weight": "60"},
                   {"target": "cost-centre:sales", "weight": "40", "minimum": "5.00"}],
       "currency": "USD", "validFrom": "2026-01-01T00:00:00Z"}""";

  private static final String BY_USAGE =
      """
      {"pool": "provider:openai", "method": "by-usage", "every": "source-account",
       "meters": ["input_tokens", "output_tokens"]}""";

  private static final String WITHDRAWAL =
      """
      {"match": {"pool": "cost-centre:platform"}, "validFrom": "2026-07-01T00:00:00Z"}""";

  private static final String TABLE =
      "pool,method,order,every,meters,share:cost-centre:research,share:cost-centre:sales\n"
          + "cost-centre:platform,fixed,10,,,60,40\n"
          + "unallocated,by-usage,20,cost-centre,input_tokens output_tokens,,\n";

  private static final EntryDoor<AllocationKey, AllocationRule, AllocationRuleView> DOOR =
      new EntryDoor<>(
          AllocationRuleKind.KIND,
          "/api/v1/allocation-rules",
          "allocation rule",
          AllocationRuleView::of,
          key -> new PoolMatch(key.pool().toString()),
          RuleView::of);

  private final EntryDesk desk;
  private final SeenEntries seen;

  AllocationRuleResource(EntryDesk desk, SeenEntries seen) {
    this.desk = desk;
    this.seen = seen;
  }

  /** Rules, also those that a later one replaces. */
  @GET
  @KeepsScope
  @Represented
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN})
  @Operation(summary = "Lists allocation rules by pool and age")
  public Uni<Page<AllocationRuleView>> list(
      @BeanParam EntryFilter filter,
      @QueryParam("pool") String pool,
      @QueryParam("method") String method,
      @QueryParam("target") String target) {
    BookQuery query =
        filter.query(
            part("pool", pool == null ? null : Pool.of(pool).toString()),
            part(
                "method",
                method == null ? null : Method.of(method).wire(),
                "targets",
                target == null ? null : List.of(Map.of("target", Target.of(target).toString()))));
    return seen.of(EntryCut.Shape.POOL).chain(cut -> desk.list(DOOR, filter, query.within(cut)));
  }

  /** One rule. */
  @GET
  @KeepsScope
  @Represented
  @Path("/{id}")
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN})
  @Operation(summary = "Shows an allocation rule")
  public Uni<AllocationRuleView> show(@PathParam("id") UUID id) {
    return seen.of(EntryCut.Shape.POOL).chain(cut -> desk.show(DOOR, id, cut));
  }

  /** Lays down a rule. */
  @POST
  @RolesAllowed(Roles.BILLING_ADMIN)
  @Operation(
      summary = "Enters how a pool is spread",
      description =
          "A later rule for the same pool counts from its validFrom on. A pool that bears a part of"
              + " another one has a higher order; cycles are refused.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              examples = {
                @ExampleObject(name = "fixed shares", value = EXAMPLE),
                @ExampleObject(name = "by usage", value = BY_USAGE)
              }))
  @APIResponse(responseCode = "201", description = "Entered")
  @APIResponse(responseCode = "200", description = "The book says so already")
  public Uni<RestResponse<AllocationRuleView>> add(@NotNull AllocationRuleBody body) {
    return desk.add(DOOR, body.draft(), body.source());
  }

  /** Takes rules back. */
  @POST
  @Path("/withdrawals")
  @RolesAllowed(Roles.BILLING_ADMIN)
  @Operation(summary = "Withdraws an allocation rule, by its id or by its pool and times")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              examples = @ExampleObject(name = "from July on", value = WITHDRAWAL)))
  @APIResponse(responseCode = "201", description = "Withdrawn")
  @APIResponse(responseCode = "200", description = "There was nothing to withdraw")
  public Uni<RestResponse<WithdrawalView>> withdraw(@NotNull WithdrawalBody<PoolMatch> body) {
    return desk.withdraw(DOOR, body.with(PoolMatch::key));
  }

  /** Imports a table. */
  @POST
  @Path("/imports")
  @Consumes({"text/csv", "text/plain"})
  @RolesAllowed(Roles.BILLING_ADMIN)
  @Operation(
      summary = "Imports a table of allocation rules in one transaction",
      description =
          "Columns: pool, method, and as needed order, weights, every, meters, currency, decimals,"
              + " validFrom, validTo, withdrawn, and share:<target> for each target, with cells such"
              + " as '2', '2 min 5.00', 'min 5.00' or 'x'. Importing the same table again changes"
              + " nothing. With dryRun=true nothing is changed at all.")
  @RequestBody(
      content =
          @Content(
              mediaType = "text/csv",
              examples = @ExampleObject(name = "two pools", value = TABLE)))
  @APIResponse(responseCode = "200", description = "What was, or would be, added and changed")
  @APIResponse(responseCode = "400", description = "The table has faults; 'errors' names rows")
  public Uni<EntryImportView> bring(
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      @QueryParam("source") @DefaultValue("import") String source,
      String body) {
    return desk.bring(DOOR, () -> AllocationRuleTable.read(body), source, dryRun);
  }
}
