package io.ledgerline.ingest.ledger.query;

import io.ledgerline.ingest.ledger.AccountSight;
import io.ledgerline.ingest.ledger.seal.Sealer;
import io.ledgerline.ingest.ledger.seal.Watermark;
import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.KeepsScope;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.access.ShowsNoUsage;
import io.ledgerline.platform.rest.Represented;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The ledger's answers to report-service and to people who check it. */
@Path("/api/v1/ledger")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.SERVICE, Roles.VIEWER, Roles.BILLING_ADMIN})
@Tag(name = "ledger", description = "What the ledger holds, cut at a watermark")
public class LedgerResource {
  private static final String NDJSON = "application/x-ndjson";

  private final Sealer sealer;
  private final ControlTotalsQuery totals;
  private final HourlyTotals hours;
  private final EventDetail detail;
  private final DailySums days;
  private final CurrentCaller caller;

  LedgerResource(
      Sealer sealer,
      ControlTotalsQuery totals,
      HourlyTotals hours,
      EventDetail detail,
      DailySums days,
      CurrentCaller caller) {
    this.sealer = sealer;
    this.totals = totals;
    this.hours = hours;
    this.detail = detail;
    this.days = days;
    this.caller = caller;
  }

  /** Seals what is settled and tells how far that is. */
  @GET
  @Represented
  @Path("/watermark")
  @ShowsNoUsage
  @Operation(
      summary = "How far the ledger is settled",
      description =
          "Seals every committed batch that has no number yet. What is counted at a watermark is"
              + " the same for ever.")
  public Uni<Watermark> watermark() {
    return sealer.seal();
  }

  /** Counts and sums of a span, by batch. */
  @GET
  @Represented
  @Path("/control-totals")
  @Operation(
      summary = "Counts and sums of a span of charge time, by batch",
      description =
          "Counted from the ledger's rows, half-open [from, to), cut at the watermark. Of months"
              + " that were archived and dropped, which 'archivedMonths' names, it is what their"
              + " batches keep.")
  @APIResponse(responseCode = "400", description = "A parameter is missing or breaks a rule")
  public Uni<ControlTotals> controlTotals(
      @Parameter(example = "2026-01-31T00:00:00Z") @QueryParam("from") String from,
      @Parameter(example = "2026-02-01T00:00:00Z") @QueryParam("to") String to,
      @Parameter(example = "17") @QueryParam("watermark") Long watermark) {
    return totals.ask(caller.tenant(), Span.of(from, to, watermark));
  }

  /** What was accepted, what the rows say and what was published, hour by hour. */
  @GET
  @Path("/hourly-totals")
  @Produces(NDJSON)
  @Operation(
      summary = "Accepted, in ledger and published by hour, source account and meter",
      description =
          "One JSON line each, sorted; the line without 'meter' counts events. 'accepted' was noted"
              + " with the commit, 'inLedger' and 'published' are counted from the rows. Hours that"
              + " the span cuts are partial. Hours of archived months have 'archived' and what was"
              + " accepted as all three. The last line is {\"end\":true,\"count\":n}.")
  @APIResponse(responseCode = "400", description = "A parameter is missing or breaks a rule")
  public Multi<byte[]> hourlyTotals(
      @Parameter(example = "2026-01-31T00:00:00Z") @QueryParam("from") String from,
      @Parameter(example = "2026-02-01T00:00:00Z") @QueryParam("to") String to,
      @Parameter(example = "17") @QueryParam("watermark") Long watermark) {
    return hours.stream(caller.tenant(), Span.ofQuarterHours(from, to, watermark));
  }

  /** The events of a span, one line each. */
  @GET
  @Path("/events")
  @KeepsScope
  @Produces(NDJSON)
  @Operation(
      summary = "The events of a span of charge time, one JSON line each",
      description =
          "Sorted by time, source and id, cut at the watermark; with resources=true only events that"
              + " name a resource. The last line is {\"end\":true,\"count\":n}; where it is"
              + " missing, the stream was cut off.")
  @APIResponse(responseCode = "400", description = "A parameter is missing or breaks a rule")
  public Multi<byte[]> events(
      @Parameter(example = "2026-01-31T00:00:00Z") @QueryParam("from") String from,
      @Parameter(example = "2026-02-01T00:00:00Z") @QueryParam("to") String to,
      @Parameter(example = "17") @QueryParam("watermark") Long watermark,
      @Parameter(description = "Only events that name a resource")
          @QueryParam("resources")
          @DefaultValue("false")
          boolean resources) {
    return detail.stream(AccountSight.of(caller), Span.of(from, to, watermark), resources);
  }

  /** Sums of a source by day, for the days that have changed. */
  @GET
  @Path("/daily-sums")
  @Produces(NDJSON)
  @Operation(
      summary = "A source's sums by day (UTC), account, principal, provider and operation",
      description =
          "For each day that batches sealed after 'after' and up to 'watermark' have touched, and"
              + " for each 'day' that is named: all of it at the watermark, one JSON line each. What"
              + " was taken back counts negatively. The last line is {\"end\":true,\"count\":n}.")
  @APIResponse(responseCode = "400", description = "A parameter is missing or breaks a rule")
  public Multi<byte[]> dailySums(
      @Parameter(example = "smarter") @QueryParam("source") String source,
      @Parameter(description = "The watermark that is known already", example = "0")
          @QueryParam("after")
          @DefaultValue("0")
          long after,
      @Parameter(example = "17") @QueryParam("watermark") Long watermark,
      @Parameter(description = "Days to tell in any case") @QueryParam("day")
          List<String> further) {
    return days.stream(
        caller.tenant(), DailySumsParameters.wish(source, after, watermark, further));
  }
}
