package io.ledgerline.report.schedule.rest;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.KeepsScope;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.access.Sight;
import io.ledgerline.platform.objectstore.Sha256;
import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.platform.page.Page;
import io.ledgerline.platform.problem.NotFound;
import io.ledgerline.platform.rest.Represented;
import io.ledgerline.report.report.making.ReportKinds;
import io.ledgerline.report.schedule.Agenda;
import io.ledgerline.report.schedule.Due;
import io.ledgerline.report.schedule.Schedule;
import io.ledgerline.report.schedule.store.ScheduleStore;
import io.ledgerline.report.schedule.ticking.ScheduleTicker;
import io.ledgerline.report.store.JsonColumns;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Schedules over HTTP. */
@Path("/api/v1/schedules")
@KeepsScope
@Tag(name = "schedules")
public class ScheduleResource {
  private static final String EXAMPLE =
      """
      {"name": "daily usage", "kind": "daily-usage", "cron": "30 2 * * *", "zone": "UTC",
       "catchUp": "all", "period": {"type": "previous-day"}, "formats": ["csv", "html"],
       "deliveries": [{"channel": "email", "to": ["platform-owner@example.com"]}]}""";

  /** Due times that a new schedule may catch up with. */
  private static final int MOST_MISSED = 1000;

  private final ScheduleStore schedules;
  private final ScheduleTicker ticker;
  private final ReportKinds kinds;
  private final CurrentCaller caller;
  private final Clock clock;

  ScheduleResource(
      ScheduleStore schedules,
      ScheduleTicker ticker,
      ReportKinds kinds,
      CurrentCaller caller,
      Clock clock) {
    this.schedules = schedules;
    this.ticker = ticker;
    this.kinds = kinds;
    this.caller = caller;
    this.clock = clock;
  }

  /** Makes a schedule. */
  @POST
  @RolesAllowed(Roles.BILLING_ADMIN)
  @Operation(
      summary = "Makes a schedule",
      description = "The same request again finds the schedule that is there.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              examples = @ExampleObject(name = "nightly", value = EXAMPLE)))
  @APIResponse(responseCode = "201", description = "Made")
  @APIResponse(responseCode = "200", description = "It was there already")
  @APIResponse(responseCode = "409", description = "Another schedule has this name")
  public Uni<RestResponse<ScheduleView>> make(@NotNull ScheduleBody body) {
    Instant now = now();
    Schedule.Plan plan = body.plan(kinds, now);
    Instant first = plan.agenda().firstFrom(plan.startsAt()).orElse(null);
    requireBoundedBacklog(plan, first, now);
    Sight sight = caller.sight();
    kinds.requireCut(plan.kind(), sight);
    Schedule schedule =
        new Schedule(
            UUID.randomUUID(),
            sight.tenant(),
            plan,
            true,
            first,
            now,
            caller.actor(),
            sight.scope());
    return schedules
        .add(schedule, digest(body, sight))
        .invoke(ticker::wake)
        .map(
            made ->
                ResponseBuilder.<ScheduleView>create(
                        made.isNew() ? RestResponse.Status.CREATED : RestResponse.Status.OK)
                    .location(URI.create("/api/v1/schedules/" + made.schedule().id()))
                    .entity(ScheduleView.of(made.schedule()))
                    .build());
  }

  /** The tenant's schedules. */
  @GET
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN})
  @Represented
  @Operation(summary = "Lists schedules by name")
  public Uni<Page<ScheduleView>> list(
      @QueryParam("limit") @DefaultValue("100") Limit limit, @QueryParam("cursor") Cursor cursor) {
    return schedules
        .list(caller.sight(), cursor, limit)
        .map(all -> Page.of(all, limit, s -> Cursor.of(s.plan().name())).map(ScheduleView::of));
  }

  /** One schedule. */
  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN})
  @Represented
  @Operation(summary = "Shows a schedule and its next due time")
  public Uni<ScheduleView> show(@PathParam("id") UUID id) {
    return find(id).map(ScheduleView::of);
  }

  /** Switches a schedule on or off; due times while it was off are not made up for. */
  @PATCH
  @Path("/{id}")
  @RolesAllowed(Roles.BILLING_ADMIN)
  @Operation(
      summary = "Switches a schedule on or off",
      description = "Due times that pass while it is off are left out.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              examples = @ExampleObject(name = "off", value = "{\"enabled\": false}")))
  public Uni<ScheduleView> enable(@PathParam("id") UUID id, @NotNull ScheduleSwitch body) {
    return find(id)
        .chain(
            schedule -> {
              boolean wasOn = schedule.enabled();
              Instant next = schedule.nextDueAt();
              if (body.enabled() && !wasOn) {
                Agenda agenda = schedule.plan().agenda();
                next = agenda.firstFrom(later(schedule.plan().startsAt(), now())).orElse(null);
              }
              return schedules.enable(schedule, body.enabled(), next);
            })
        .invoke(ticker::wake)
        .chain(() -> find(id))
        .map(ScheduleView::of);
  }

  /** Removes a schedule; its runs stay. */
  @DELETE
  @Path("/{id}")
  @RolesAllowed(Roles.BILLING_ADMIN)
  @Operation(summary = "Removes a schedule; its runs stay")
  @APIResponse(responseCode = "204", description = "Removed")
  public Uni<Void> delete(@PathParam("id") UUID id) {
    return schedules
        .delete(caller.sight(), id)
        .invoke(
            found -> {
              if (!found) {
                throw NotFound.of("schedule", id);
              }
            })
        .replaceWithVoid();
  }

  /** What became of its due times. */
  @GET
  @Represented
  @Path("/{id}/dues")
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN})
  @Operation(summary = "Lists a schedule's past due times, latest first, with their runs")
  public Uni<Page<Due>> dues(
      @PathParam("id") UUID id,
      @QueryParam("limit") @DefaultValue("100") Limit limit,
      @QueryParam("cursor") Cursor cursor) {
    return find(id)
        .chain(schedule -> schedules.dues(schedule.id(), cursor, limit))
        .map(all -> Page.of(all, limit, due -> Cursor.of(due.dueAt())));
  }

  private Uni<Schedule> find(UUID id) {
    return schedules
        .find(caller.sight(), id)
        .onItem()
        .ifNull()
        .failWith(() -> NotFound.of("schedule", id));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  /** What of the tenant it is about is part of what is asked for. */
  private static String digest(ScheduleBody body, Sight sight) {
    String asked = JsonColumns.write(body);
    return Sha256.of(
        (sight.isCut() ? asked + "\n" + sight.canonicalScope() : asked)
            .getBytes(StandardCharsets.UTF_8));
  }

  /** Catching up is for days or months, not for a million due times. */
  private static void requireBoundedBacklog(Schedule.Plan plan, Instant first, Instant now) {
    if (first == null) {
      return;
    }
    if (plan.agenda().step(first, now, MOST_MISSED + 1).decisions().size() > MOST_MISSED) {
      throw new InvalidValueException(
          "startsAt",
          "too-many-missed-runs",
          "More than " + MOST_MISSED + " due times lie between 'startsAt' and now.");
    }
  }
}
