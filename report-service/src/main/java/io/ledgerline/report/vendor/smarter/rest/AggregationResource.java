package io.ledgerline.report.vendor.smarter.rest;

import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.platform.page.Page;
import io.ledgerline.platform.rest.Represented;
import io.ledgerline.report.ledger.client.LedgerProblems;
import io.ledgerline.report.vendor.smarter.making.Aggregator;
import io.ledgerline.report.vendor.smarter.store.AggregationStore;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Adds charges up on demand, and tells what came of it. */
@Path("/api/v1/daily-billing-records/aggregations")
@Tag(name = "daily billing records")
public class AggregationResource {
  private final Aggregator aggregator;
  private final AggregationStore store;
  private final CurrentCaller caller;

  AggregationResource(Aggregator aggregator, AggregationStore store, CurrentCaller caller) {
    this.aggregator = aggregator;
    this.store = store;
    this.caller = caller;
  }

  /** Adds up. */
  @POST
  @RunOnVirtualThread
  @RolesAllowed(Roles.BILLING_ADMIN)
  @Operation(
      summary = "Adds charges up to daily billing records now",
      description =
          "Adds up what has changed since the last time, as is done every hour anyway; days that"
              + " are named are added up anew. Any number may run at once. A group that cannot be"
              + " added up is reported; all others are.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              examples = {
                @ExampleObject(name = "what has changed", value = "{}"),
                @ExampleObject(
                    name = "a month anew",
                    value = "{\"date_from\": \"2024-01-01\", \"date_to\": \"2024-01-31\"}")
              }))
  @APIResponse(responseCode = "200", description = "Added up")
  @APIResponse(responseCode = "503", description = "The ledger or the database is away just now")
  public AggregationView aggregate(AggregationBody body) {
    List<LocalDate> days = body == null ? List.of() : body.days();
    return AggregationView.of(
        LedgerProblems.told(() -> aggregator.run(caller.tenant(), days, caller.actor())));
  }

  /** What came of the last ones. */
  @GET
  @Represented
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN})
  @Operation(
      summary = "Lists what came of adding charges up, the last first",
      description = "Hourly ones that found nothing new are not kept.")
  public Uni<Page<AggregationView>> list(
      @QueryParam("limit") @DefaultValue("100") Limit limit, @QueryParam("cursor") Cursor cursor) {
    return store
        .list(caller.tenant(), cursor, limit)
        .map(
            all ->
                Page.of(all, limit, run -> Cursor.of(run.startedAt(), run.id()))
                    .map(AggregationView::of));
  }
}
