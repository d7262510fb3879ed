package io.ledgerline.report.pricing.rest;

import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.access.ShowsNoUsage;
import io.ledgerline.platform.problem.InvalidRequest;
import io.ledgerline.report.book.rest.EntryDesk;
import io.ledgerline.report.pricing.imports.table.PriceTableFormat;
import io.ledgerline.report.pricing.imports.table.PriceTableWriter;
import io.ledgerline.report.pricing.store.PriceKind;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The book as a table. */
@Path("/api/v1/prices/export")
@Tag(name = "prices")
public class PriceExportResource {
  private final EntryDesk desk;

  PriceExportResource(EntryDesk desk) {
    this.desk = desk;
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
    return desk.export(PriceKind.PRICES, knownAt, "prices.csv", PriceTableWriter::write);
  }
}
