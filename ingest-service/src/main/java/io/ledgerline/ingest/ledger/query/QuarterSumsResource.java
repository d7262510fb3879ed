package io.ledgerline.ingest.ledger.query;

import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.Roles;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was used by quarter hour, for prices that depend on what was used before. */
@Path("/api/v1/ledger/quarter-sums")
@RolesAllowed({Roles.SERVICE, Roles.VIEWER, Roles.BILLING_ADMIN})
@Tag(name = "ledger", description = "What the ledger holds, cut at a watermark")
public class QuarterSumsResource {
  private final QuarterSums sums;
  private final CurrentCaller caller;

  QuarterSumsResource(QuarterSums sums, CurrentCaller caller) {
    this.sums = sums;
    this.caller = caller;
  }

  /** Sums of meters by quarter hour and kind of usage. */
  @GET
  @Produces("application/x-ndjson")
  @Operation(
      summary = "Sums of a few meters by quarter hour and kind of usage",
      description =
          "One JSON line each, by rising time; a kind of usage may have several lines in a quarter"
              + " hour. Requests are told apart at each 'step' of their size, usage by each 'tag'."
              + " What was taken back counts negatively. The last line is"
              + " {\"end\":true,\"count\":n}.")
  @APIResponse(responseCode = "400", description = "A parameter is missing or breaks a rule")
  @APIResponse(responseCode = "409", description = "Rows that add up were archived and dropped")
  public Multi<byte[]> sums(
      @Parameter(example = "2026-01-01T00:00:00Z") @QueryParam("from") String from,
      @Parameter(example = "2026-01-31T00:00:00Z") @QueryParam("to") String to,
      @Parameter(example = "17") @QueryParam("watermark") Long watermark,
      @Parameter(example = "images") @QueryParam("meter") List<String> meters,
      @Parameter(example = "team") @QueryParam("tag") List<String> tags,
      @Parameter(example = "128000") @QueryParam("step") List<Integer> steps) {
    return sums.stream(
        caller.tenant(), Span.of(from, to, watermark), QuarterSumsWish.of(meters, tags, steps));
  }
}
