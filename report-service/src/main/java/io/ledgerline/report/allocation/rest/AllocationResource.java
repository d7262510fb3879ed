package io.ledgerline.report.allocation.rest;

import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.report.allocation.making.PeriodAllocator;
import io.ledgerline.report.rating.RatingPeriod;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who bears what of cost that nobody used alone. */
@Path("/api/v1/allocations")
@RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN})
@Tag(name = "allocations", description = "Who bears what of cost that nobody used alone")
public class AllocationResource {
  private static final String EXAMPLE =
      """
      {"from": "2026-01-01T00:00:00Z", "to": "2026-02-01T00:00:00Z"}""";

  private final PeriodAllocator allocator;
  private final CurrentCaller caller;

  AllocationResource(PeriodAllocator allocator, CurrentCaller caller) {
    this.allocator = allocator;
    this.caller = caller;
  }

  /** Spreads the pools of a period, and shows what that comes to. */
  @POST
  @Path("/preview")
  @RunOnVirtualThread
  @Operation(
      summary = "Spreads shared, unallocated and idle cost and providers' invoices of a period",
      description =
          "The usage of the period is rated, and then each pool spread by the rule that counts, all"
              + " by the books as known at 'knownAt'. Shares are exact fractions; lines and"
              + " remainder are together the pool. What is not spread says why. Changes nothing.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              examples = @ExampleObject(name = "a month", value = EXAMPLE)))
  @APIResponse(responseCode = "200", description = "Pools, lines and balances")
  @APIResponse(responseCode = "400", description = "A field is not valid; 'errors' names it")
  public AllocationView preview(@NotNull AllocationBody body) {
    RatingPeriod period = new RatingPeriod(body.from(), body.to());
    return AllocationView.of(period, allocator.allocate(caller.tenant(), period, body.knownAt()));
  }
}
