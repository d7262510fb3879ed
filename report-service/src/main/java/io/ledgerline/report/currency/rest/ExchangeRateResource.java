package io.ledgerline.report.currency.rest;

import static io.ledgerline.report.book.rest.EntryDesk.part;

import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.access.ShowsNoUsage;
import io.ledgerline.platform.page.Page;
import io.ledgerline.platform.rest.Represented;
import io.ledgerline.report.book.rest.EntryDesk;
import io.ledgerline.report.book.rest.EntryDoor;
import io.ledgerline.report.book.rest.EntryFilter;
import io.ledgerline.report.book.rest.EntryImportView;
import io.ledgerline.report.book.rest.WithdrawalBody;
import io.ledgerline.report.book.rest.WithdrawalView;
import io.ledgerline.report.currency.CurrencyPair;
import io.ledgerline.report.currency.ExchangeRate;
import io.ledgerline.report.currency.store.ExchangeRateKind;
import io.ledgerline.report.currency.store.ExchangeRateTable;
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

/** Exchange rates: what the book says, and bringing rates into it. */
@Path("/api/v1/exchange-rates")
@Tag(name = "exchange-rates")
public class ExchangeRateResource {
  private static final String EXAMPLE =
      """
      {"from": "USD", "to": "EUR", "rate": "0.9215", "day": "2026-01-31", "source": "ECB"}""";

  private static final String WITHDRAWAL =
      """
      {"match": {"from": "USD", "to": "EUR"},
       "validFrom": "2026-01-31T00:00:00Z", "validTo": "2026-02-01T00:00:00Z"}""";

  private static final String TABLE =
      "from,to,day,rate\nUSD,EUR,2026-01-30,0.9201\nUSD,EUR,2026-01-31,0.9215\n";

  private static final EntryDoor<CurrencyPair, ExchangeRate, ExchangeRateView> DOOR =
      new EntryDoor<>(
          ExchangeRateKind.KIND,
          "/api/v1/exchange-rates",
          "exchange rate",
          ExchangeRateView::of,
          pair -> new CurrencyMatch(pair.from().getCurrencyCode(), pair.to().getCurrencyCode()),
          rate -> Map.of("rate", rate.rate().toPlainString()));

  private final EntryDesk desk;

  ExchangeRateResource(EntryDesk desk) {
    this.desk = desk;
  }

  /** Rates, also those that a later one replaces. */
  @GET
  @ShowsNoUsage
  @Represented
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN})
  @Operation(summary = "Lists exchange rates by currencies and age")
  public Uni<Page<ExchangeRateView>> list(
      @BeanParam EntryFilter filter, @QueryParam("from") String from, @QueryParam("to") String to) {
    return desk.list(DOOR, filter, part("from", from, "to", to), Map.of());
  }

  /** One rate. */
  @GET
  @ShowsNoUsage
  @Represented
  @Path("/{id}")
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN})
  @Operation(summary = "Shows an exchange rate")
  public Uni<ExchangeRateView> show(@PathParam("id") UUID id) {
    return desk.show(DOOR, id);
  }

  /** Lays down a rate. */
  @POST
  @RolesAllowed(Roles.BILLING_ADMIN)
  @Operation(
      summary = "Enters an exchange rate for a day, a month or a span",
      description =
          "Nothing is edited: a correction is a new entry, and reports of earlier marks"
              + " keep what was known then. Only entered rates count; none is turned round.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              examples = @ExampleObject(name = "day", value = EXAMPLE)))
  @APIResponse(responseCode = "201", description = "Entered")
  @APIResponse(responseCode = "200", description = "The book says so already")
  public Uni<RestResponse<ExchangeRateView>> add(@NotNull ExchangeRateBody body) {
    return desk.add(DOOR, body.draft(), body.source());
  }

  /** Takes rates back. */
  @POST
  @Path("/withdrawals")
  @RolesAllowed(Roles.BILLING_ADMIN)
  @Operation(summary = "Withdraws an exchange rate, by its id or by its currencies and times")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              examples = @ExampleObject(name = "day", value = WITHDRAWAL)))
  @APIResponse(responseCode = "201", description = "Withdrawn")
  @APIResponse(responseCode = "200", description = "There was nothing to withdraw")
  public Uni<RestResponse<WithdrawalView>> withdraw(@NotNull WithdrawalBody<CurrencyMatch> body) {
    return desk.withdraw(DOOR, body.with(CurrencyMatch::pair));
  }

  /** Imports a table. */
  @POST
  @Path("/imports")
  @Consumes({"text/csv", "text/plain"})
  @RolesAllowed(Roles.BILLING_ADMIN)
  @Operation(
      summary = "Imports a table of exchange rates in one transaction",
      description =
          "Columns: from, to, rate, and for the time day, month, or validFrom and validTo. Importing"
              + " the same table again changes nothing. With dryRun=true nothing is changed at all.")
  @RequestBody(
      content =
          @Content(mediaType = "text/csv", examples = @ExampleObject(name = "days", value = TABLE)))
  @APIResponse(responseCode = "200", description = "What was, or would be, added and changed")
  @APIResponse(responseCode = "400", description = "The table has faults; 'errors' names rows")
  public Uni<EntryImportView> bring(
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      @QueryParam("source") @DefaultValue("import") String source,
      String body) {
    return desk.bring(DOOR, () -> ExchangeRateTable.read(body), source, dryRun);
  }
}
