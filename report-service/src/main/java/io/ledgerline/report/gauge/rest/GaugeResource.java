package io.ledgerline.report.gauge.rest;

import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.KeepsScope;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.audit.Audited;
import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.platform.page.Page;
import io.ledgerline.platform.problem.InvalidRequest;
import io.ledgerline.platform.rest.Represented;
import io.ledgerline.report.gauge.Level;
import io.ledgerline.report.gauge.SeriesKey;
import io.ledgerline.report.gauge.store.GaugeSamples;
import io.ledgerline.report.rating.UsageCut;
import io.ledgerline.report.rating.store.UsageCuts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where gauges stand: what is there now, or was at an instant. */
@Path("/api/v1/gauges")
@RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN})
@Tag(name = "gauges", description = "What is there: cores, memory, storage, GPUs")
public class GaugeResource {
  private final GaugeSamples samples;
  private final UsageCuts cuts;
  private final CurrentCaller caller;
  private final Clock clock;

  GaugeResource(GaugeSamples samples, UsageCuts cuts, CurrentCaller caller, Clock clock) {
    this.samples = samples;
    this.cuts = cuts;
    this.caller = caller;
    this.clock = clock;
  }

  /** All series that stand at an instant. */
  @GET
  @KeepsScope
  @Represented
  @Audited
  @RunOnVirtualThread
  @Operation(
      summary = "Lists where each series stands, by source, resource and meter",
      description =
          "At its newest sample, unless its resource is gone or the sample holds no longer (see"
              + " the weighting of its meter): such series are left out. A key with a scope sees"
              + " those whose sample is of an account of it, or of a cost centre that pays then.")
  @APIResponse(responseCode = "200", description = "A page of series")
  @APIResponse(responseCode = "400", description = "'at' is no time")
  public Page<LevelView> list(
      @Parameter(description = "Now when absent", example = "2026-02-01T10:00:00Z")
          @QueryParam("at")
          String at,
      @Parameter(description = "Only this resource") @QueryParam("resource") String resource,
      @Parameter(description = "Only this meter") @QueryParam("meter") String meter,
      @QueryParam("limit") @DefaultValue("100") Limit limit,
      @QueryParam("cursor") Cursor cursor) {
    SeriesKey after = cursor == null ? null : series(cursor);
    Instant time = instant(at);
    UsageCut cut = cuts.of(caller.sight());
    List<Map.Entry<SeriesKey, Level>> found =
        samples.levels(caller.tenant(), time, null).entrySet().stream()
            .filter(one -> cut.covers(one.getValue().dimensions(), time))
            .filter(one -> resource == null || resource.equals(one.getKey().resource()))
            .filter(one -> meter == null || meter.equals(one.getKey().meter().value()))
            .filter(one -> after == null || one.getKey().compareTo(after) > 0)
            .limit(limit.plusOne())
            .toList();
    return Page.of(found, limit, last -> cursor(last.getKey())).map(LevelView::of);
  }

  private Instant instant(String at) {
    try {
      return at == null ? clock.instant() : OffsetDateTime.parse(at).toInstant();
    } catch (DateTimeException e) {
      throw InvalidRequest.field(
          "at", "not-an-instant", "'at' is a time such as 2026-01-31T00:00:00Z.");
    }
  }

  private static Cursor cursor(SeriesKey key) {
    return Cursor.of(key.source(), key.resource(), key.meter());
  }

  private static SeriesKey series(Cursor cursor) {
    return new SeriesKey(cursor.text(0), cursor.text(1), new MeterName(cursor.text(2)));
  }
}
