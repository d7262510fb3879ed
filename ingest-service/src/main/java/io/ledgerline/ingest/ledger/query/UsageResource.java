package io.ledgerline.ingest.ledger.query;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.ingest.ledger.AccountSight;
import io.ledgerline.ingest.ledger.seal.Sealer;
import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.KeepsScope;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.access.Sight;
import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.platform.page.Page;
import io.ledgerline.platform.problem.InvalidRequest;
import io.ledgerline.platform.rest.Represented;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Questions to the ledger by people: which events are there, and how many. */
@Path("/api/v1/usage")
@KeepsScope
@RolesAllowed({Roles.SERVICE, Roles.VIEWER, Roles.BILLING_ADMIN})
@Tag(name = "usage", description = "Events of the ledger, listed and counted")
public class UsageResource {
  private static final String NDJSON = "application/x-ndjson";

  private final Sealer sealer;
  private final UsageListing listing;
  private final UsageCounter counter;
  private final CurrentCaller caller;

  UsageResource(Sealer sealer, UsageListing listing, UsageCounter counter, CurrentCaller caller) {
    this.sealer = sealer;
    this.listing = listing;
    this.counter = counter;
    this.caller = caller;
  }

  /** One page of events. */
  @GET
  @Represented
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "List events in the order of posting",
      description =
          "Cut at a watermark that the first page sets, so that pages never shift. A page may hold"
              + " fewer items than the limit, even none, and still have a nextCursor. With"
              + " 'Accept: application/x-ndjson' all events come as one stream of JSON lines, ended"
              + " by {\"end\":true,\"count\":n}.")
  @APIResponse(responseCode = "400", description = "A parameter breaks a rule")
  public Uni<Page<LedgerLine>> page(
      @BeanParam UsageParameters parameters,
      @Parameter(description = "'-posted' for the newest first") @QueryParam("sort") String sort,
      @QueryParam("cursor") Cursor cursor,
      @QueryParam("limit") @DefaultValue("100") Limit limit) {
    Sight sight = AccountSight.of(caller);
    TenantId tenant = sight.tenant();
    UsageFilter filter = parameters.filter().within(sight.scope());
    boolean descending = isDescending(sort);
    Uni<Long> watermark =
        cursor == null
            ? sealer.seal().map(mark -> mark.watermark())
            : Uni.createFrom().item(UsageListing.watermark(cursor));
    return watermark.chain(
        mark -> listing.page(new BatchGroups(tenant, filter, mark, descending), cursor, limit));
  }

  /** All events as a stream. */
  @GET
  @Produces(NDJSON)
  @Operation(hidden = true)
  public Multi<byte[]> stream(
      @BeanParam UsageParameters parameters, @QueryParam("sort") String sort) {
    Sight sight = AccountSight.of(caller);
    TenantId tenant = sight.tenant();
    UsageFilter filter = parameters.filter().within(sight.scope());
    boolean descending = isDescending(sort);
    return sealer
        .seal()
        .onItem()
        .transformToMulti(
            mark -> listing.stream(new BatchGroups(tenant, filter, mark.watermark(), descending)));
  }

  /** Counts and sums. */
  @GET
  @Represented
  @Path("/count")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Count events and add up their quantities",
      description =
          "Counted from the ledger's rows. Rows that take back count negatively; with"
              + " effective=true they and what they take back are left out.")
  @APIResponse(responseCode = "400", description = "A parameter breaks a rule")
  public Uni<UsageCount> count(
      @BeanParam UsageParameters parameters,
      @Parameter(description = "sourceAccount, model, source, principal or day (UTC)")
          @QueryParam("by")
          String by) {
    Sight sight = AccountSight.of(caller);
    TenantId tenant = sight.tenant();
    UsageFilter filter = parameters.filter().within(sight.scope());
    CountBy grouping = by == null ? null : CountBy.of(by);
    return sealer.seal().chain(mark -> counter.count(tenant, filter, mark.watermark(), grouping));
  }

  private static boolean isDescending(String sort) {
    if (sort == null || sort.equals("posted") || sort.equals("-posted")) {
      return "-posted".equals(sort);
    }
    throw InvalidRequest.field("sort", "unknown", "sort is 'posted' or '-posted'");
  }
}
