package io.ledgerline.report.pricing.rest;

import io.ledgerline.contracts.Texts;
import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.platform.page.Page;
import io.ledgerline.platform.problem.FieldError;
import io.ledgerline.platform.problem.InvalidRequest;
import io.ledgerline.report.book.Entry;
import io.ledgerline.report.book.Provenance;
import io.ledgerline.report.book.Validity;
import io.ledgerline.report.pricing.PriceMatch;
import io.ledgerline.report.pricing.Tariff;
import io.ledgerline.report.pricing.imports.AwsSampleFormat;
import io.ledgerline.report.pricing.imports.PriceList;
import io.ledgerline.report.pricing.store.PriceImport;
import io.ledgerline.report.pricing.store.PriceStore;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.io.StringReader;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Prices: what the book says, and bringing lists into it. */
@Path("/api/v1/prices")
@Tag(name = "prices")
public class PriceResource {
  private static final String EXAMPLE =
      "modelName,inputTokenPrice,outputTokenPrice\n"
          + "anthropic.claude-3-haiku-20240307-v1:0,0.00025,0.00125\n";

  private final PriceStore prices;
  private final PriceImport imports;
  private final CurrentCaller caller;

  PriceResource(PriceStore prices, PriceImport imports, CurrentCaller caller) {
    this.prices = prices;
    this.imports = imports;
    this.caller = caller;
  }

  /** All rows of the book, also those that a later one replaces. */
  @GET
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN})
  @Operation(summary = "Lists the price book by model, meter and age")
  public Uni<Page<PriceView>> list(
      @QueryParam("model") String model,
      @QueryParam("limit") @DefaultValue("100") Limit limit,
      @QueryParam("cursor") Cursor cursor) {
    return prices
        .list(caller.tenant(), model, cursor, limit)
        .map(rows -> Page.of(rows, limit, PriceResource::cursorOf).map(PriceView::of));
  }

  /** Imports a list, or shows what an import would change. */
  @POST
  @Path("/imports")
  @Consumes({"text/csv", "text/plain"})
  @RolesAllowed(Roles.BILLING_ADMIN)
  @Operation(
      summary = "Imports a price list in one transaction",
      description =
          "Rows are matched by name, in any order; importing the same list again changes nothing."
              + " With dryRun=true nothing is changed at all.")
  @RequestBody(
      content =
          @Content(
              mediaType = "text/csv",
              examples = @ExampleObject(name = "aws-sample", value = EXAMPLE)))
  @APIResponse(responseCode = "200", description = "What was, or would be, added and changed")
  @APIResponse(responseCode = "400", description = "The list has faults; 'errors' names rows")
  public Uni<ImportView> importList(
      @QueryParam("format") @DefaultValue(AwsSampleFormat.NAME) String format,
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      @QueryParam("source") @DefaultValue("import") String source,
      String body) {
    if (!AwsSampleFormat.NAME.equals(format)) {
      throw InvalidRequest.field(
          "format", "unknown-format", "'format' is " + AwsSampleFormat.NAME + ".");
    }
    Provenance by =
        new Provenance(Texts.required("source", source, Texts.MAX_NAME), caller.actor());
    PriceList list = AwsSampleFormat.read(new StringReader(body), Validity.ALWAYS);
    if (!list.isSound()) {
      throw faulty(list);
    }
    return imports
        .run(caller.tenant(), list.entries(), by, dryRun)
        .map(changes -> ImportView.of(dryRun, list, changes));
  }

  private static InvalidRequest faulty(PriceList list) {
    return new InvalidRequest(
        "The price list has faults; the book is unchanged.",
        list.faults().stream()
            .map(fault -> new FieldError(fault.field(), fault.code(), fault.detail()))
            .toList());
  }

  private static Cursor cursorOf(Entry<PriceMatch, Tariff> price) {
    return Cursor.of(
        price.key().model().text(), price.key().meter(), price.knownSince(), price.id());
  }
}
