package io.ledgerline.report.allocation.rest;

import static io.ledgerline.report.book.rest.EntryDesk.part;

import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.page.Page;
import io.ledgerline.platform.rest.Represented;
import io.ledgerline.report.allocation.Pool;
import io.ledgerline.report.allocation.ProviderCost;
import io.ledgerline.report.allocation.ProviderMonth;
import io.ledgerline.report.allocation.store.ProviderCostKind;
import io.ledgerline.report.allocation.store.ProviderCostTable;
import io.ledgerline.report.book.rest.EntryDesk;
import io.ledgerline.report.book.rest.EntryDoor;
import io.ledgerline.report.book.rest.EntryFilter;
import io.ledgerline.report.book.rest.EntryImportView;
import io.ledgerline.report.book.rest.WithdrawalBody;
import io.ledgerline.report.book.rest.WithdrawalView;
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
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What providers charged: invoice totals by month and currency. */
@Path("/api/v1/provider-costs")
@Tag(name = "provider-costs")
public class ProviderCostResource {
  private static final String EXAMPLE =
      """
      {"provider": "openai", "month": "2026-03", "currency": "USD", "total": "200.00",
       "invoice": "INV-0042"}""";

  private static final String WITHDRAWAL =
      """
      {"match": {"provider": "openai", "month": "2026-03", "currency": "USD"}}""";

  private static final String TABLE =
      "provider,month,currency,total,invoice\nopenai,2026-03,USD,200.00,INV-0042\n";

  private static final EntryDoor<ProviderMonth, ProviderCost, ProviderCostView> DOOR =
      new EntryDoor<>(
          ProviderCostKind.KIND,
          "/api/v1/provider-costs",
          "provider cost",
          ProviderCostView::of,
          ProviderMatch::of,
          ProviderCostView.Cost::of);

  private final EntryDesk desk;

  ProviderCostResource(EntryDesk desk) {
    this.desk = desk;
  }

  /** Costs, also those that a later one replaces. */
  @GET
  @Represented
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN})
  @Operation(summary = "Lists what providers charged, by provider, month, currency and age")
  public Uni<Page<ProviderCostView>> list(
      @BeanParam EntryFilter filter,
      @QueryParam("provider") String provider,
      @QueryParam("month") String month,
      @QueryParam("currency") String currency) {
    String family = provider == null ? null : new Pool(Pool.Kind.PROVIDER, provider).name();
    return desk.list(
        DOOR, filter, part("provider", family, "month", month, "currency", currency), Map.of());
  }

  /** One cost. */
  @GET
  @Represented
  @Path("/{id}")
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN})
  @Operation(summary = "Shows what a provider charged")
  public Uni<ProviderCostView> show(@PathParam("id") UUID id) {
    return desk.show(DOOR, id);
  }

  /** Lays down a cost. */
  @POST
  @RolesAllowed(Roles.BILLING_ADMIN)
  @Operation(
      summary = "Enters what a provider charged for a month",
      description =
          "It is billed as an allocation rule for the pool provider:<provider> says: total × markup"
              + " factor × share of that provider's usage. A correction is a new entry.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              examples = @ExampleObject(name = "a month", value = EXAMPLE)))
  @APIResponse(responseCode = "201", description = "Entered")
  @APIResponse(responseCode = "200", description = "The book says so already")
  public Uni<RestResponse<ProviderCostView>> add(@NotNull ProviderCostBody body) {
    return desk.add(DOOR, body.draft(), body.source());
  }

  /** Takes costs back. */
  @POST
  @Path("/withdrawals")
  @RolesAllowed(Roles.BILLING_ADMIN)
  @Operation(summary = "Withdraws a provider's cost, by its id or by provider, month and currency")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              examples = @ExampleObject(name = "a month", value = WITHDRAWAL)))
  @APIResponse(responseCode = "201", description = "Withdrawn")
  @APIResponse(responseCode = "200", description = "There was nothing to withdraw")
  public Uni<RestResponse<WithdrawalView>> withdraw(@NotNull WithdrawalBody<ProviderMatch> body) {
    return desk.withdraw(DOOR, ofMonth(body));
  }

  /** The month of a match is the time that is withdrawn. */
  private static WithdrawalBody<ProviderMonth> ofMonth(WithdrawalBody<ProviderMatch> body) {
    WithdrawalBody<ProviderMonth> read = body.with(ProviderMatch::key);
    if (read.match() == null || read.validFrom() != null || read.validTo() != null) {
      return read;
    }
    var month = read.match().validity();
    return new WithdrawalBody<>(null, read.match(), month.from(), month.to(), read.source());
  }

  /** Imports a table. */
  @POST
  @Path("/imports")
  @Consumes({"text/csv", "text/plain"})
  @RolesAllowed(Roles.BILLING_ADMIN)
  @Operation(
      summary = "Imports a table of providers' costs in one transaction",
      description =
          "Columns: provider, month, currency, total, and as needed invoice and withdrawn. Importing"
              + " the same table again changes nothing. With dryRun=true nothing is changed at all.")
  @RequestBody(
      content =
          @Content(
              mediaType = "text/csv",
              examples = @ExampleObject(name = "a month", value = TABLE)))
  @APIResponse(responseCode = "200", description = "What was, or would be, added and changed")
  @APIResponse(responseCode = "400", description = "The table has faults; 'errors' names rows")
  public Uni<EntryImportView> bring(
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      @QueryParam("source") @DefaultValue("import") String source,
      String body) {
    return desk.bring(DOOR, () -> ProviderCostTable.read(body), source, dryRun);
  }
}
