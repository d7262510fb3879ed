package io.ledgerline.report.attribution.rest;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.KeepsScope;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.page.Page;
import io.ledgerline.platform.rest.Represented;
import io.ledgerline.report.attribution.RuleMatch;
import io.ledgerline.report.attribution.RuleTarget;
import io.ledgerline.report.attribution.imports.RuleTable;
import io.ledgerline.report.attribution.store.AttributionBooks;
import io.ledgerline.report.attribution.store.AttributionRuleKind;
import io.ledgerline.report.book.rest.EntryDesk;
import io.ledgerline.report.book.rest.EntryDoor;
import io.ledgerline.report.book.rest.EntryFilter;
import io.ledgerline.report.book.rest.EntryImportView;
import io.ledgerline.report.book.rest.WithdrawalBody;
import io.ledgerline.report.book.rest.WithdrawalView;
import io.ledgerline.report.book.store.BookQuery;
import io.ledgerline.report.book.store.BookStore;
import io.ledgerline.report.book.store.EntryCut;
import io.ledgerline.report.rollup.RollupGrain;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Attribution rules: which cost centre pays for which usage, with two clocks. */
@Path("/api/v1/attribution-rules")
@Tag(name = "attribution")
public class AttributionRuleResource {
  private static final String ENTRY =
      """
      {"match": {"sourceAccount": "123456789012", "project": "atlas"}, "costCentre": "search",
       "validFrom": "2026-01-15T10:15:00Z", "source": "finance"}""";

  private static final String WITHDRAWAL =
      """
      {"match": {"sourceAccount": "123456789012", "project": "atlas"},
       "validFrom": "2026-03-01T00:00:00Z"}""";

  private static final String EXAMPLE =
      "sourceAccount,project,tag:team,model,costCentre,validFrom\n"
          + "123456789012,,,,rnd,\n"
          + "123456789012,atlas,,,search,2026-01-15T10:15:00Z\n";

  private final EntryDoor<RuleMatch, RuleTarget, AttributionRuleView> door;
  private final EntryDesk desk;
  private final SeenEntries seen;
  private final AttributionBooks attribution;
  private final BookStore books;
  private final CurrentCaller caller;
  private final Clock clock;

  AttributionRuleResource(
      EntryDesk desk,
      SeenEntries seen,
      AttributionBooks attribution,
      BookStore books,
      CurrentCaller caller,
      Clock clock,
      RollupGrain grain) {
    this.desk = desk;
    this.seen = seen;
    this.attribution = attribution;
    this.books = books;
    this.caller = caller;
    this.clock = clock;
    this.door =
        new EntryDoor<>(
            new AttributionRuleKind(grain.tagKeys()),
            "/api/v1/attribution-rules",
            "attribution rule",
            AttributionRuleView::of,
            key -> key,
            value -> value);
  }

  /** All entries, also those that a later one replaces. */
  @GET
  @KeepsScope
  @Represented
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN})
  @Operation(
      summary = "Lists attribution rules by what they name and by age",
      description = "The parameters narrow the list to rules that name just that.")
  public Uni<Page<AttributionRuleView>> list(
      @BeanParam EntryFilter filter,
      @BeanParam UsageParameters named,
      @QueryParam("costCentre") String costCentre) {
    Dimensions usage = named.usage();
    BookQuery query =
        filter.query(
            EntryDesk.part(
                "sourceAccount",
                named.sourceAccount,
                "workspace",
                named.workspace,
                "project",
                named.project,
                "principal",
                named.principal,
                "model",
                named.model,
                "tags",
                usage.tags().values().isEmpty() ? null : usage.tags().values()),
            EntryDesk.part("costCentre", costCentre));
    return seen.of(EntryCut.Shape.PAYER).chain(cut -> desk.list(door, filter, query.within(cut)));
  }

  /** Who pays for some usage, and why. */
  @GET
  @Represented
  @Path("/match")
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN})
  @Operation(
      summary = "Says who pays for some usage, and why",
      description =
          "Without 'time' for usage now, without 'knownAt' by what is known now. 'others' are the"
              + " rules that speak of the usage too, but name less.")
  @APIResponse(
      responseCode = "200",
      description = "The cost centre; 'suspense' when no rule speaks")
  public Uni<PayerView> match(
      @BeanParam UsageParameters usage,
      @QueryParam("time") String time,
      @QueryParam("knownAt") String knownAt) {
    TenantId tenant = caller.tenant();
    Dimensions asked = usage.usage();
    Instant at = Parameters.of("time", time, clock.instant());
    return books
        .mark(tenant, Parameters.of("knownAt", knownAt, null))
        .chain(
            known ->
                Uni.combine()
                    .all()
                    .unis(attribution.book(tenant, known), attribution.tree(tenant, known, at))
                    .with(
                        (book, tree) ->
                            PayerView.of(
                                at, known, book.payer(asked, at), book.matches(asked, at), tree)));
  }

  /** One entry. */
  @GET
  @KeepsScope
  @Represented
  @Path("/{id}")
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN})
  @Operation(summary = "Shows an entry of a rule")
  @APIResponse(responseCode = "404", description = "There is none")
  public Uni<AttributionRuleView> show(UUID id) {
    return seen.of(EntryCut.Shape.PAYER).chain(cut -> desk.show(door, id, cut));
  }

  /** Lays down a rule, or a new version of one. */
  @POST
  @RolesAllowed(Roles.BILLING_ADMIN)
  @Operation(
      summary = "Lays down an attribution rule or a new version of it",
      description =
          "The rule that names more things wins. One that names equally many but other things than"
              + " another, so that usage could match both, is refused with the other one named.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              examples = @ExampleObject(name = "entry", value = ENTRY)))
  @APIResponse(responseCode = "201", description = "Laid down")
  @APIResponse(responseCode = "200", description = "The book says just this already")
  @APIResponse(responseCode = "400", description = "A rule is broken; 'errors' says which")
  public Uni<RestResponse<AttributionRuleView>> add(@NotNull AttributionRuleBody body) {
    return desk.add(door, body.draft(), body.source());
  }

  /** Withdraws a rule. */
  @POST
  @Path("/withdrawals")
  @RolesAllowed(Roles.BILLING_ADMIN)
  @Operation(summary = "Withdraws a rule, for a time or for ever")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              examples = @ExampleObject(name = "by key", value = WITHDRAWAL)))
  @APIResponse(responseCode = "201", description = "Withdrawn")
  @APIResponse(responseCode = "200", description = "There was nothing to withdraw")
  public Uni<RestResponse<WithdrawalView>> withdraw(@NotNull WithdrawalBody<RuleMatch> body) {
    return desk.withdraw(door, body);
  }

  /** Imports a table. */
  @POST
  @Path("/imports")
  @Consumes({"text/csv", "text/plain"})
  @RolesAllowed(Roles.BILLING_ADMIN)
  @Operation(
      summary = "Imports a table of attribution rules in one transaction",
      description =
          "An empty cell names nothing; a tag has a column of its own, such as tag:team. Importing"
              + " the same table again changes nothing; with dryRun=true nothing is changed at all.")
  @RequestBody(
      content =
          @Content(
              mediaType = "text/csv",
              examples = @ExampleObject(name = "table", value = EXAMPLE)))
  @APIResponse(responseCode = "200", description = "What was, or would be, changed")
  @APIResponse(responseCode = "400", description = "The table has faults; 'errors' names rows")
  public Uni<EntryImportView> bring(
      @QueryParam("format") @DefaultValue("csv") String format,
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      @QueryParam("source") @DefaultValue("import") String source,
      String body) {
    Parameters.requireCsv(format);
    return desk.bring(door, () -> RuleTable.read(body), source, dryRun);
  }
}
