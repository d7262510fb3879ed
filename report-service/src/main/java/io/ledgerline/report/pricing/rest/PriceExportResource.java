package io.ledgerline.report.pricing.rest;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.access.ShowsNoUsage;
import io.ledgerline.platform.problem.InvalidRequest;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.Register;
import io.ledgerline.report.book.store.BookStore;
import io.ledgerline.report.pricing.PriceMatch;
import io.ledgerline.report.pricing.Tariff;
import io.ledgerline.report.pricing.imports.table.PriceTableFormat;
import io.ledgerline.report.pricing.imports.table.PriceTableWriter;
import io.ledgerline.report.pricing.store.PriceKind;
import io.ledgerline.report.store.OffLoop;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The book as a table. */
@Path("/api/v1/prices/export")
@Tag(name = "prices")
public class PriceExportResource {
  private final BookStore book;
  private final CurrentCaller caller;

  PriceExportResource(BookStore book, CurrentCaller caller) {
    this.book = book;
    this.caller = caller;
  }

  /** Every price with the time at which it counts; importing it again changes nothing. */
  @GET
  @ShowsNoUsage
  @Produces("text/csv")
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN})
  @Operation(
      summary = "Writes the price book as a table",
      description =
          "Every price that counts, with the time at which it does: what a later entry replaced or"
              + " withdrew is left out. It is read by an import with format=csv.")
  public Uni<RestResponse<String>> export(
      @QueryParam("format") @DefaultValue(PriceTableFormat.NAME) String format,
      @QueryParam("knownAt") String knownAt) {
    if (!PriceTableFormat.NAME.equals(format)) {
      throw InvalidRequest.field(
          "format", "unknown-format", "'format' is " + PriceTableFormat.NAME + ".");
    }
    TenantId tenant = caller.tenant();
    return book.mark(tenant, InstantParam.read("knownAt", knownAt))
        .chain(mark -> book.register(tenant, PriceKind.PRICES, mark))
        .chain(prices -> OffLoop.compute(() -> PriceTableWriter.write(counting(prices))))
        .map(
            table ->
                RestResponse.ResponseBuilder.ok(table, "text/csv;charset=UTF-8")
                    .header("Content-Disposition", "attachment; filename=\"prices.csv\"")
                    .build());
  }

  private static List<Draft<PriceMatch, Tariff>> counting(Register<PriceMatch, Tariff> prices) {
    return prices.keys().stream()
        .sorted(Comparator.comparing(PriceKind.PRICES::canonical))
        .flatMap(
            match ->
                prices.spans(match).stream()
                    .map(span -> new Draft<>(match, span.entry().value(), span.when())))
        .toList();
  }
}
