package io.ledgerline.ingest.ledger.query;

import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.problem.InvalidRequest;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was used where and by whom, for reports of what there is at a time. */
@Path("/api/v1/ledger/place-sums")
@RolesAllowed({Roles.SERVICE, Roles.VIEWER, Roles.BILLING_ADMIN})
@Tag(name = "ledger", description = "What the ledger holds, cut at a watermark")
public class PlaceSumsResource {
  private static final int MOST_METERS = 50;
  private static final int MOST_ACCOUNTS = 1_000;

  private final PlaceSums sums;
  private final CurrentCaller caller;

  PlaceSumsResource(PlaceSums sums, CurrentCaller caller) {
    this.sums = sums;
    this.caller = caller;
  }

  /** Sums of meters by workspace, project and principal. */
  @GET
  @Produces("application/x-ndjson")
  @Operation(
      summary = "Sums of a few meters by workspace, project and principal",
      description =
          "One JSON line each, sorted, with the first and the last time of each meter's use; what"
              + " was taken back is left out. The last line is {\"end\":true,\"count\":n}.")
  @APIResponse(responseCode = "400", description = "A parameter is missing or breaks a rule")
  public Multi<byte[]> sums(
      @Parameter(example = "2000-01-01T00:00:00Z") @QueryParam("from") String from,
      @Parameter(example = "2026-02-01T00:00:00Z") @QueryParam("to") String to,
      @Parameter(example = "17") @QueryParam("watermark") Long watermark,
      @Parameter(example = "experiments") @QueryParam("meter") List<String> meters,
      @Parameter(example = "123456789012") @QueryParam("sourceAccount") List<String> accounts) {
    if (meters.isEmpty() || meters.size() > MOST_METERS) {
      throw InvalidRequest.field(
          "meter", "missing", "'meter' names 1 to " + MOST_METERS + " meters, one each time.");
    }
    if (accounts.size() > MOST_ACCOUNTS) {
      throw InvalidRequest.field(
          "sourceAccount", "too-many", "At most " + MOST_ACCOUNTS + " accounts at once.");
    }
    Set<String> names = new TreeSet<>();
    meters.forEach(meter -> names.add(new MeterName(meter).value()));
    return sums.stream(caller.tenant(), Span.of(from, to, watermark), names, Set.copyOf(accounts));
  }
}
