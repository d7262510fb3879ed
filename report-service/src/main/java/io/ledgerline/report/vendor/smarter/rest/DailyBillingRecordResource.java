package io.ledgerline.report.vendor.smarter.rest;

import io.ledgerline.contracts.charge.ChargeTokens;
import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.KeepsScope;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.platform.page.Page;
import io.ledgerline.platform.problem.NotFound;
import io.ledgerline.platform.rest.Represented;
import io.ledgerline.report.report.dailyrecords.DailyRecordKey;
import io.ledgerline.report.vendor.smarter.DailyRecord;
import io.ledgerline.report.vendor.smarter.Seen;
import io.ledgerline.report.vendor.smarter.store.RecordStore;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Daily billing records over HTTP. */
@Path("/api/v1/daily-billing-records")
@Tag(name = "daily billing records", description = "Charges added up by day, in Smarter's form")
@KeepsScope
public class DailyBillingRecordResource {
  private static final String PATH = "/api/v1/daily-billing-records/";

  private final RecordStore records;
  private final SeenAccounts accounts;
  private final CurrentCaller caller;
  private final Clock clock;

  DailyBillingRecordResource(
      RecordStore records, SeenAccounts accounts, CurrentCaller caller, Clock clock) {
    this.records = records;
    this.accounts = accounts;
    this.caller = caller;
    this.clock = clock;
  }

  /** Records. */
  @GET
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN})
  @Represented
  @Operation(summary = "Lists daily billing records, the last day first")
  @APIResponse(responseCode = "400", description = "A parameter breaks a rule")
  public Uni<Page<DailyBillingRecordView>> list(
      @BeanParam RecordParameters parameters,
      @QueryParam("limit") @DefaultValue("100") Limit limit,
      @QueryParam("cursor") Cursor cursor) {
    return records
        .list(accounts.now(), parameters.filter(), cursor, limit)
        .map(
            all ->
                Page.of(all, limit, record -> Cursor.of(record.key().day(), record.id()))
                    .map(DailyBillingRecordView::of));
  }

  /** Enters a record that must be new. */
  @POST
  @RolesAllowed(Roles.BILLING_ADMIN)
  @Operation(
      summary = "Enters a record that is not there yet",
      description =
          "As in Smarter, one of the same account, user, provider and day is a duplicate, whatever"
              + " its charge type.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              examples = @ExampleObject(name = "a day", value = DailyBillingRecordBody.EXAMPLE)))
  @APIResponse(responseCode = "201", description = "Entered")
  @APIResponse(responseCode = "409", description = "There is one already")
  @APIResponse(responseCode = "422", description = "A field breaks a rule")
  public Uni<RestResponse<DailyBillingRecordView>> create(@NotNull DailyBillingRecordBody body) {
    DailyRecordKey key = key(body);
    ChargeTokens tokens = Unprocessable.checked(body::tokens);
    return records.create(caller.tenant(), key, tokens, now()).chain(this::entered);
  }

  /** Enters a record, or changes the one that is there. */
  @PUT
  @RolesAllowed(Roles.BILLING_ADMIN)
  @Operation(
      summary = "Enters a record, or says how many tokens it has",
      description =
          "The record is found by account, user, provider, charge type and day. Charges that come"
              + " later add to what is entered.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              examples = @ExampleObject(name = "a day", value = DailyBillingRecordBody.EXAMPLE)))
  @APIResponse(responseCode = "201", description = "Entered")
  @APIResponse(responseCode = "200", description = "It was there and says so now")
  @APIResponse(responseCode = "422", description = "A field breaks a rule")
  public Uni<RestResponse<DailyBillingRecordView>> put(@NotNull DailyBillingRecordBody body) {
    DailyRecordKey key = key(body);
    ChargeTokens tokens = Unprocessable.checked(body::tokens);
    return records.put(caller.tenant(), key, tokens, now()).chain(this::entered);
  }

  /** One record. */
  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN})
  @Represented
  @Operation(summary = "Shows a record")
  @APIResponse(responseCode = "404", description = "There is none")
  public Uni<DailyBillingRecordView> show(@PathParam("id") long id) {
    return find(id).map(DailyBillingRecordView::of);
  }

  /** The record behind it. */
  @GET
  @Path("/{id}/next")
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN})
  @Represented
  @Operation(summary = "Shows the next record by day, then by number")
  @APIResponse(responseCode = "404", description = "It is the last")
  public Uni<DailyBillingRecordView> next(@PathParam("id") long id) {
    return neighbour(id, records::next, "next");
  }

  /** The record before it. */
  @GET
  @Path("/{id}/previous")
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN})
  @Represented
  @Operation(summary = "Shows the previous record by day, then by number")
  @APIResponse(responseCode = "404", description = "It is the first")
  public Uni<DailyBillingRecordView> previous(@PathParam("id") long id) {
    return neighbour(id, records::previous, "previous");
  }

  private Uni<DailyBillingRecordView> neighbour(
      long id, BiFunction<Seen, DailyRecord, Uni<DailyRecord>> step, String word) {
    Seen seen = accounts.now();
    return find(id)
        .chain(record -> step.apply(seen, record))
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("There is no record " + word + " to " + id + "."))
        .map(DailyBillingRecordView::of);
  }

  private Uni<DailyRecord> find(long id) {
    return records
        .find(accounts.now(), id)
        .onItem()
        .ifNull()
        .failWith(() -> NotFound.of("daily billing record", id));
  }

  private Uni<RestResponse<DailyBillingRecordView>> entered(RecordStore.Entered entered) {
    return find(entered.id())
        .map(
            record ->
                ResponseBuilder.<DailyBillingRecordView>create(
                        entered.isNew() ? RestResponse.Status.CREATED : RestResponse.Status.OK)
                    .location(URI.create(PATH + entered.id()))
                    .entity(DailyBillingRecordView.of(record))
                    .build());
  }

  /** What a body is of; of an account that the caller does not see nothing is entered. */
  private DailyRecordKey key(DailyBillingRecordBody body) {
    DailyRecordKey key = Unprocessable.checked(body::key);
    if (!accounts.now().sees(key.account())) {
      throw NotFound.of("account", key.account());
    }
    return key;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
