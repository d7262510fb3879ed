package io.ledgerline.report.report.chargeback.rest;

import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.platform.page.Page;
import io.ledgerline.platform.problem.InvalidRequest;
import io.ledgerline.platform.problem.NotFound;
import io.ledgerline.platform.rest.Represented;
import io.ledgerline.report.report.chargeback.ChargebackMonths;
import io.ledgerline.report.report.chargeback.store.FixedMonthStore;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Months whose chargeback stays as it was reported. */
@Path("/api/v1/chargeback-months")
@Represented
@Tag(name = "chargeback")
public class FixedMonthResource {
  private final FixedMonthStore store;
  private final ChargebackMonths months;
  private final CurrentCaller caller;

  FixedMonthResource(FixedMonthStore store, ChargebackMonths months, CurrentCaller caller) {
    this.store = store;
    this.months = months;
    this.caller = caller;
  }

  /** Fixed months, newest first. */
  @GET
  @Represented
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN})
  @Operation(summary = "Lists months whose chargeback is fixed, newest first")
  public Uni<Page<FixedMonthView>> list(
      @QueryParam("limit") @DefaultValue("100") Limit limit, @QueryParam("cursor") Cursor cursor) {
    YearMonth before = cursor == null ? null : month(cursor.text(0));
    return store
        .list(caller.tenant(), before, limit.plusOne())
        .map(all -> all.stream().map(FixedMonthView::of).toList())
        .map(all -> Page.of(all, limit, view -> Cursor.of(view.month())));
  }

  /** Fixes a month now. */
  @PUT
  @Path("/{month}")
  @RolesAllowed(Roles.BILLING_ADMIN)
  @RunOnVirtualThread
  @Operation(
      summary = "Fixes a month's chargeback as it is now",
      description =
          "Later usage does not change what its reports say. A month that is over and quiet is"
              + " fixed by itself. Fixing it again changes nothing.")
  @APIResponse(responseCode = "200", description = "How it is fixed")
  @APIResponse(responseCode = "400", description = "It is no month, or is not over yet")
  public FixedMonthView fix(@Parameter(example = "2026-01") @PathParam("month") String month) {
    return FixedMonthView.of(months.fix(caller.tenant(), month(month), caller.actor()));
  }

  /** Lets later usage in again. */
  @DELETE
  @Path("/{month}")
  @RolesAllowed(Roles.BILLING_ADMIN)
  @Operation(summary = "Lets later usage into a month's chargeback again")
  @APIResponse(responseCode = "204", description = "Its next report says what there is then")
  @APIResponse(responseCode = "404", description = "It is not fixed")
  public Uni<Void> release(@Parameter(example = "2026-01") @PathParam("month") String month) {
    return store
        .release(caller.tenant(), month(month))
        .invoke(
            fixed -> {
              if (!fixed) {
                throw NotFound.of("fixed month", month);
              }
            })
        .replaceWithVoid();
  }

  private static YearMonth month(String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeException e) {
      throw InvalidRequest.field("month", "invalid-month", "'month' is such as 2026-01.");
    }
  }
}
