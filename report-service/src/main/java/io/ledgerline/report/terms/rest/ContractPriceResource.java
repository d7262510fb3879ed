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
import io.ledgerline.report.pricing.Tariff;
import io.ledgerline.report.terms.ContractMatch;
import io.ledgerline.report.terms.store.ContractPriceKind;
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

/** Prices that were agreed with an account or a cost centre. */
@Path("/api/v1/contract-prices")
@Tag(name = "contract-prices")
public class ContractPriceResource {
  private static final String EXAMPLE =
      """
      {"match": {"sourceAccount": "123456789012", "model": "gpt-4o", "meter": "input_tokens"},
       "price": "2.25", "per": 1000000, "unit": "token", "currency": "USD",
       "validFrom": "2026-01-01T00:00:00Z", "source": "agreement 4711"}""";

  private static final String WITHDRAWAL =
      """
      {"match": {"sourceAccount": "123456789012", "model": "gpt-4o", "meter": "input_tokens"},
       "validFrom": "2026-07-01T00:00:00Z"}""";

  private static final String TABLE =
      "sourceAccount,model,meter,price,per,unit,currency\n123456789012,gpt-4o,input_tokens,2.25,1000000,token,USD\n";

  private static final EntryDoor<ContractMatch, Tariff, ContractPriceView> DOOR =
      new EntryDoor<>(
          ContractPriceKind.KIND,
          "/api/v1/contract-prices",
          "contract price",
          ContractPriceView::of,
          ContractMatchBody::of,
          TariffView::of);

  private final EntryDesk desk;
  private final SeenEntries seen;

  ContractPriceResource(EntryDesk desk, SeenEntries seen) {
    this.desk = desk;
    this.seen = seen;
  }

  /** Contract prices, also those that a later one replaces. */
  @GET
  @KeepsScope
  @Represented
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN})
  @Operation(summary = "Lists contract prices by what they are for and age")
  public Uni<Page<ContractPriceView>> list(
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
                "match",
                part("provider", Provider.family(provider), "model", named(model), "meter", meter)),
            Map.of());
    return seen.of(EntryCut.Shape.PARTY).chain(cut -> desk.list(DOOR, filter, query.within(cut)));
  }

  /** One contract price. */
  @GET
  @KeepsScope
  @Represented
  @Path("/{id}")
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN})
  @Operation(summary = "Shows a contract price")
  public Uni<ContractPriceView> show(@PathParam("id") UUID id) {
    return seen.of(EntryCut.Shape.PARTY).chain(cut -> desk.show(DOOR, id, cut));
  }

  /** Lays down a contract price. */
  @POST
  @RolesAllowed(Roles.BILLING_ADMIN)
  @Operation(
      summary = "Enters a price that is paid instead of the list's",
      description =
          "Found as list prices are, among those of the account and cost centre, then of the"
              + " account, then of the cost centre. Two that could meet in some usage without one"
              + " being the more specific are refused (overlapping-price).")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              examples = @ExampleObject(name = "account", value = EXAMPLE)))
  @APIResponse(responseCode = "201", description = "Entered")
  @APIResponse(responseCode = "200", description = "The book says so already")
  public Uni<RestResponse<ContractPriceView>> add(@NotNull ContractPriceBody body) {
    return desk.add(DOOR, body.draft(), body.source());
  }

  /** Takes contract prices back. */
  @POST
  @Path("/withdrawals")
  @RolesAllowed(Roles.BILLING_ADMIN)
  @Operation(summary = "Withdraws a contract price, by its id or by what it is for")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              examples = @ExampleObject(name = "from-july", value = WITHDRAWAL)))
  @APIResponse(responseCode = "201", description = "Withdrawn")
  @APIResponse(responseCode = "200", description = "There was nothing to withdraw")
  public Uni<RestResponse<WithdrawalView>> withdraw(
      @NotNull WithdrawalBody<ContractMatchBody> body) {
    return desk.withdraw(DOOR, body.with(ContractMatchBody::match));
  }

  /** Imports a table. */
  @POST
  @Path("/imports")
  @Consumes({"text/csv", "text/plain"})
  @RolesAllowed(Roles.BILLING_ADMIN)
  @Operation(
      summary = "Imports a table of contract prices in one transaction",
      description =
          "Columns: sourceAccount, costCentre, and those of a price table."
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
    return desk.bring(DOOR, () -> TermTables.contractPrices(body), source, dryRun);
  }

  /** Writes what counts as a table. */
  @GET
  @Path("/export")
  @Produces("text/csv")
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN})
  @Operation(
      summary = "Writes contract prices as a table",
      description =
          "All that count, with the time at which they do, in the columns that an import reads:"
              + " importing the table again changes nothing.")
  public Uni<RestResponse<String>> export(@QueryParam("knownAt") String knownAt) {
    return desk.export(DOOR.kind(), knownAt, "contract-prices.csv", TermTables::ofContractPrices);
  }

  private static Map<String, Object> named(String model) {
    return model == null ? null : Map.of("text", model);
  }
}
