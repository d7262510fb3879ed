package io.ledgerline.report.pricing.rest;

import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.platform.page.Page;
import io.ledgerline.report.book.store.BookQuery;
import io.ledgerline.report.pricing.store.PriceStore;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Prices: what the book says, and bringing lists into it. */
@Path("/api/v1/prices")
@Tag(name = "prices")
public class PriceResource {
  private final PriceStore prices;
  private final CurrentCaller caller;

  PriceResource(PriceStore prices, CurrentCaller caller) {
    this.prices = prices;
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
        .list(caller.tenant(), named(model), cursor, limit)
        .map(rows -> Page.of(rows, limit, prices::cursor).map(PriceView::of));
  }

  private static BookQuery named(String model) {
    return model == null
        ? BookQuery.ALL
        : new BookQuery(null, null, false, Map.of("model", Map.of("text", model)), Map.of());
  }
}
