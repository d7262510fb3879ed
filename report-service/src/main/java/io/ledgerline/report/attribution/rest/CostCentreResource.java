package io.ledgerline.report.attribution.rest;

import io.ledgerline.contracts.AccessScope;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.KeepsScope;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.page.Page;
import io.ledgerline.platform.rest.Represented;
import io.ledgerline.report.attribution.CostCentre;
import io.ledgerline.report.attribution.CostCentreCode;
import io.ledgerline.report.attribution.imports.CostCentreTable;
import io.ledgerline.report.attribution.store.AttributionBooks;
import io.ledgerline.report.attribution.store.CostCentreKind;
import io.ledgerline.report.book.rest.EntryDesk;
import io.ledgerline.report.book.rest.EntryDoor;
import io.ledgerline.report.book.rest.EntryFilter;
import io.ledgerline.report.book.rest.EntryImportView;
import io.ledgerline.report.book.rest.WithdrawalBody;
import io.ledgerline.report.book.rest.WithdrawalView;
import io.ledgerline.report.book.store.BookQuery;
import io.ledgerline.report.book.store.BookStore;
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

/** Cost centres: who pays, in a tree, with two clocks. */
@Path("/api/v1/cost-centres")
@Tag(name = "attribution")
public class CostCentreResource {
  private static final String ENTRY =
      """
      {"code": "search", "name": "Search", "parent": "rnd", "owner": "ada@example.org",
       "glCode": "4711", "billingCurrency": "EUR", "source": "finance"}""";

  private static final String WITHDRAWAL =
      """
      {"match": {"code": "search"}, "validFrom": "2026-03-01T00:00:00Z"}""";

  private static final String EXAMPLE =
      "code,name,parent,owner,glCode,billingCurrency,validFrom\n"
          + "rnd,Research,,ada@example.org,4711,EUR,\n"
          + "search,Search,rnd,,4712,EUR,2026-01-01\n";

  private static final EntryDoor<CostCentreCode, CostCentre, CostCentreView> DOOR =
      new EntryDoor<>(
          CostCentreKind.INSTANCE,
          "/api/v1/cost-centres",
          "entry of a cost centre",
          CostCentreView::of,
          key -> key,
          value -> value);

  private final EntryDesk desk;
  private final AttributionBooks attribution;
  private final BookStore books;
  private final SeenEntries seen;
  private final CurrentCaller caller;
  private final Clock clock;

  CostCentreResource(
      EntryDesk desk,
      AttributionBooks attribution,
      BookStore books,
      SeenEntries seen,
      CurrentCaller caller,
      Clock clock) {
    this.desk = desk;
    this.attribution = attribution;
    this.books = books;
    this.seen = seen;
    this.caller = caller;
    this.clock = clock;
  }

  /** All entries, also those that a later one replaces. */
  @GET
  @KeepsScope
  @Represented
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN})
  @Operation(
      summary = "Lists cost centres by code and age",
      description =
          "All that was ever laid down; current=true with validAt gives those that exist then.")
  public Uni<Page<CostCentreView>> list(
      @BeanParam EntryFilter filter,
      @QueryParam("code") String code,
      @QueryParam("parent") String parent,
      @QueryParam("owner") String owner,
      @QueryParam("glCode") String glCode) {
    BookQuery query =
        filter.query(
            EntryDesk.part("code", code),
            EntryDesk.part("parent", parent, "owner", owner, "glCode", glCode));
    return seen.of(EntryCut.Shape.CENTRE).chain(cut -> desk.list(DOOR, filter, query.within(cut)));
  }

  /** The tree at a time. */
  @GET
  @KeepsScope
  @Represented
  @Path("/tree")
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN})
  @Operation(
      summary = "Shows the tree of cost centres at a time, by what was known at another",
      description = "Without 'validAt' now, without 'knownAt' by what is known now.")
  @APIResponse(responseCode = "200", description = "The tree; 'suspense' is always among its roots")
  public Uni<CostCentreTreeView> tree(
      @QueryParam("validAt") String validAt, @QueryParam("knownAt") String knownAt) {
    TenantId tenant = caller.tenant();
    AccessScope scope = caller.scope().orElse(null);
    Instant time = Parameters.of("validAt", validAt, clock.instant());
    return books
        .mark(tenant, Parameters.of("knownAt", knownAt, null))
        .chain(
            known ->
                attribution
                    .tree(tenant, known, time)
                    .map(
                        tree ->
                            scope == null
                                ? CostCentreTreeView.of(tree, time, known)
                                : CostCentreTreeView.ofPart(
                                    tree, scope.costCentres(), time, known)));
  }

  /** One entry. */
  @GET
  @KeepsScope
  @Represented
  @Path("/{id}")
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN})
  @Operation(summary = "Shows an entry of a cost centre")
  @APIResponse(responseCode = "404", description = "There is none")
  public Uni<CostCentreView> show(UUID id) {
    return seen.of(EntryCut.Shape.CENTRE).chain(cut -> desk.show(DOOR, id, cut));
  }

  /** Lays down a cost centre, or a new version of one. */
  @POST
  @RolesAllowed(Roles.BILLING_ADMIN)
  @Operation(
      summary = "Lays down a cost centre or a new version of it",
      description = "Its parent exists as long as it does, and it never stands below itself.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              examples = @ExampleObject(name = "entry", value = ENTRY)))
  @APIResponse(responseCode = "201", description = "Laid down")
  @APIResponse(responseCode = "200", description = "The book says just this already")
  @APIResponse(responseCode = "400", description = "A rule is broken; 'errors' says which")
  public Uni<RestResponse<CostCentreView>> add(@NotNull CostCentreBody body) {
    return desk.add(DOOR, body.draft(), body.source());
  }

  /** Withdraws a cost centre. */
  @POST
  @Path("/withdrawals")
  @RolesAllowed(Roles.BILLING_ADMIN)
  @Operation(
      summary = "Withdraws a cost centre, for a time or for ever",
      description =
          "Refused while rules of either kind or other cost centres point to it; they are named.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              examples = @ExampleObject(name = "by key", value = WITHDRAWAL)))
  @APIResponse(responseCode = "201", description = "Withdrawn")
  @APIResponse(responseCode = "200", description = "There was nothing to withdraw")
  @APIResponse(responseCode = "400", description = "It is still pointed to")
  public Uni<RestResponse<WithdrawalView>> withdraw(@NotNull WithdrawalBody<CostCentreCode> body) {
    return desk.withdraw(DOOR, body);
  }

  /** Imports a table. */
  @POST
  @Path("/imports")
  @Consumes({"text/csv", "text/plain"})
  @RolesAllowed(Roles.BILLING_ADMIN)
  @Operation(
      summary = "Imports a table of cost centres in one transaction",
      description =
          "Parents may stand behind their children. Importing the same table again changes nothing;"
              + " with dryRun=true nothing is changed at all.")
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
    return desk.bring(DOOR, () -> CostCentreTable.read(body), source, dryRun);
  }
}
