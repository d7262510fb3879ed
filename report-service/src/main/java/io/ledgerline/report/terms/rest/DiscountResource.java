package io.ledgerline.report.terms.rest;

import static io.ledgerline.report.book.rest.EntryDesk.part;

import io.ledgerline.platform.access.KeepsScope;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.page.Page;
import io.ledgerline.platform.rest.Represented;
import io.ledgerline.report.attribution.rest.SeenEntries;
import io.ledgerline.report.book.rest.EntryDesk;
import io.ledgerline.report.book.rest.EntryDoor;
import io.ledgerline.report.book.rest.EntryFilter;
import io.ledgerline.report.book.rest.EntryImportView;
import io.ledgerline.report.book.rest.WithdrawalBody;
import io.ledgerline.report.book.rest.WithdrawalView;
import io.ledgerline.report.book.store.BookQuery;
import io.ledgerline.report.book.store.EntryCut;
import io.ledgerline.report.pricing.Provider;
import io.ledgerline.report.terms.DiscountPercent;
import io.ledgerline.report.terms.TermMatch;
import io.ledgerline.report.terms.store.TermKind;
import io.ledgerline.report.terms.store.TermTables;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Discounts off list prices. */
@Path("/api/v1/discounts")
@Tag(name = "discounts")
public class DiscountResource {
  private static final String EXAMPLE =
      """
      {"costCentre": "research", "provider": "aws.bedrock", "percent": 12.5,
       "validFrom": "2026-01-01T00:00:00Z", "source": "agreement 4711"}""";

  private static final String WITHDRAWAL =
      """
      {"match": {"costCentre": "research", "provider": "aws.bedrock"},
       "validFrom": "2026-07-01T00:00:00Z"}""";

  private static final String TABLE =
      "costCentre,provider,percent,validFrom\nresearch,aws.bedrock,12.5,2026-01-01\n";

  private static final EntryDoor<TermMatch, DiscountPercent, DiscountView> DOOR =
      new EntryDoor<>(
          TermKind.DISCOUNTS,
          "/api/v1/discounts",
          "discount",
          DiscountView::of,
          DiscountMatchBody::of,
          discount -> Map.of("percent", discount.percent().toPlainString()));

  private final EntryDesk desk;
  private final SeenEntries seen;

  DiscountResource(EntryDesk desk, SeenEntries seen) {
    this.desk = desk;
    this.seen = seen;
  }

  /** Discounts, also those that a later one replaces. */
  @GET
  @KeepsScope
  @Represented
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN})
  @Operation(summary = "Lists discounts by what they are for and age")
  public Uni<Page<DiscountView>> list(
      @BeanParam EntryFilter filter,
      @QueryParam("sourceAccount") String sourceAccount,
      @QueryParam("costCentre") String costCentre,
      @QueryParam("provider") String provider,
      @QueryParam("model") String model,
      @QueryParam("meter") String meter) {
    BookQuery query =
        filter.query(
            part(
                "sourceAccount",
                sourceAccount,
                "costCentre",
                costCentre,
                "provider",
                Provider.family(provider),
                "model",
                model,
                "meter",
                meter),
            Map.of());
    return seen.of(EntryCut.Shape.PARTY).chain(cut -> desk.list(DOOR, filter, query.within(cut)));
  }

  /** One discount. */
  @GET
  @KeepsScope
  @Represented
  @Path("/{id}")
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN})
  @Operation(summary = "Shows a discount")
  public Uni<DiscountView> show(@PathParam("id") UUID id) {
    return seen.of(EntryCut.Shape.PARTY).chain(cut -> desk.show(DOOR, id, cut));
  }

  /** Lays down a discount. */
  @POST
  @RolesAllowed(Roles.BILLING_ADMIN)
  @Operation(
      summary = "Enters a discount off list prices",
      description =
          "The discount that names most things is used; of equally many, one that names the source"
              + " account. Two that name equally many and could meet in some usage are refused"
              + " (overlapping-discount).")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              examples = @ExampleObject(name = "cost-centre", value = EXAMPLE)))
  @APIResponse(responseCode = "201", description = "Entered")
  @APIResponse(responseCode = "200", description = "The book says so already")
  public Uni<RestResponse<DiscountView>> add(@NotNull DiscountBody body) {
    return desk.add(DOOR, body.draft(), body.source());
  }

  /** Takes discounts back. */
  @POST
  @Path("/withdrawals")
  @RolesAllowed(Roles.BILLING_ADMIN)
  @Operation(summary = "Withdraws a discount, by its id or by what it is for")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              examples = @ExampleObject(name = "from-july", value = WITHDRAWAL)))
  @APIResponse(responseCode = "201", description = "Withdrawn")
  @APIResponse(responseCode = "200", description = "There was nothing to withdraw")
  public Uni<RestResponse<WithdrawalView>> withdraw(
      @NotNull WithdrawalBody<DiscountMatchBody> body) {
    return desk.withdraw(DOOR, body.with(DiscountMatchBody::match));
  }

  /** Imports a table. */
  @POST
  @Path("/imports")
  @Consumes({"text/csv", "text/plain"})
  @RolesAllowed(Roles.BILLING_ADMIN)
  @Operation(
      summary = "Imports a table of discounts in one transaction",
      description =
          "Columns: sourceAccount, costCentre, provider, model, meter, percent, withdrawn, validFrom, validTo."
              + " Importing the same table again changes nothing. With dryRun=true nothing is"
              + " changed at all.")
  @RequestBody(
      content =
          @Content(
              mediaType = "text/csv",
              examples = @ExampleObject(name = "table", value = TABLE)))
  @APIResponse(responseCode = "200", description = "What was, or would be, added and changed")
  @APIResponse(responseCode = "400", description = "The table has faults; 'errors' names rows")
  public Uni<EntryImportView> bring(
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      @QueryParam("source") @DefaultValue("import") String source,
      String body) {
    return desk.bring(DOOR, () -> TermTables.discounts(body), source, dryRun);
  }

  /** Writes what counts as a table. */
  @GET
  @Path("/export")
  @Produces("text/csv")
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN})
  @Operation(
      summary = "Writes discounts as a table",
      description =
          "All that count, with the time at which they do, in the columns that an import reads:"
              + " importing the table again changes nothing.")
  public Uni<RestResponse<String>> export(@QueryParam("knownAt") String knownAt) {
    return desk.export(DOOR.kind(), knownAt, "discounts.csv", TermTables::ofDiscounts);
  }
}
