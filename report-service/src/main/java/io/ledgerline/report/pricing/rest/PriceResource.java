package io.ledgerline.report.pricing.rest;

import static io.ledgerline.report.book.rest.EntryDesk.part;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.access.ShowsNoUsage;
import io.ledgerline.platform.page.Page;
import io.ledgerline.platform.rest.Represented;
import io.ledgerline.report.book.rest.EntryDesk;
import io.ledgerline.report.book.rest.EntryDoor;
import io.ledgerline.report.book.rest.EntryFilter;
import io.ledgerline.report.book.rest.WithdrawalBody;
import io.ledgerline.report.book.rest.WithdrawalView;
import io.ledgerline.report.book.store.BookStore;
import io.ledgerline.report.pricing.PriceMatch;
import io.ledgerline.report.pricing.PriceQuestion;
import io.ledgerline.report.pricing.Provider;
import io.ledgerline.report.pricing.Tariff;
import io.ledgerline.report.pricing.store.PriceKind;
import io.ledgerline.report.pricing.store.PriceStore;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Prices: what the book says, and laying down or taking back one. */
@Path("/api/v1/prices")
@Tag(name = "prices")
public class PriceResource {
  private static final String FLAT =
      """
      {"provider": "openai", "model": "gpt-4o", "meter": "input_tokens",
       "rate": "2.50", "per": 1000000, "unit": "token", "currency": "USD",
       "validFrom": "2026-02-01T00:00:00Z", "source": "price page of 30 January"}""";

  private static final String GRADUATED =
      """
      {"model": "claude-*", "meter": "output_tokens", "rateType": "graduated",
       "bands": [{"to": "100", "price": "15"}, {"from": "100", "price": "12"}],
       "over": {"scope": "cost-centre", "reset": "month", "zone": "Europe/Berlin"},
       "per": 1000000, "unit": "token", "currency": "EUR"}""";

  private static final String WITHDRAWAL =
      """
      {"match": {"provider": "openai", "model": "gpt-4o", "meter": "input_tokens"},
       "validFrom": "2026-02-01T00:00:00Z"}""";

  private static final EntryDoor<PriceMatch, Tariff, PriceView> DOOR =
      new EntryDoor<>(
          PriceKind.PRICES,
          "/api/v1/prices",
          "price",
          PriceView::of,
          MatchBody::of,
          TariffBody::of);

  private final EntryDesk desk;
  private final PriceStore prices;
  private final BookStore books;
  private final CurrentCaller caller;
  private final Clock clock;

  PriceResource(
      EntryDesk desk, PriceStore prices, BookStore books, CurrentCaller caller, Clock clock) {
    this.desk = desk;
    this.prices = prices;
    this.books = books;
    this.caller = caller;
    this.clock = clock;
  }

  /** All entries, also those that a later one replaces. */
  @GET
  @ShowsNoUsage
  @Represented
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN})
  @Operation(
      summary = "Lists the price book by model, meter and age",
      description = "The parameters narrow the list to prices that name just that.")
  public Uni<Page<PriceView>> list(
      @BeanParam EntryFilter filter,
      @QueryParam("provider") String provider,
      @QueryParam("model") String model,
      @QueryParam("region") String region,
      @QueryParam("meter") String meter,
      @QueryParam("currency") String currency) {
    return desk.list(
        DOOR,
        filter,
        part(
            "provider",
            Provider.family(provider),
            "model",
            model == null ? null : Map.of("text", model),
            "region",
            region,
            "meter",
            meter),
        part("currency", currency));
  }

  /** Which price some usage has, and why. */
  @GET
  @ShowsNoUsage
  @Represented
  @Path("/match")
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN})
  @Operation(
      summary = "Says which price some usage has, and why",
      description =
          "Without 'time' for usage now, without 'knownAt' by what is known now. 'names' are the"
              + " names under which the model was looked for, 'others' the prices that accept the"
              + " usage too but are less specific.")
  @APIResponse(
      responseCode = "200",
      description = "The price and the rule that found it, or the reason why there is none")
  public Uni<FoundPriceView> match(
      @BeanParam PriceParameters usage,
      @QueryParam("time") String time,
      @QueryParam("knownAt") String knownAt) {
    TenantId tenant = caller.tenant();
    PriceQuestion asked = usage.question();
    Instant told = InstantParam.read("time", time);
    Instant at = told == null ? clock.instant() : told;
    return books
        .mark(tenant, InstantParam.read("knownAt", knownAt))
        .chain(
            known ->
                prices
                    .book(tenant, known)
                    .map(book -> FoundPriceView.of(at, known, asked, book.candidates(asked))));
  }

  /** One entry. */
  @GET
  @ShowsNoUsage
  @Represented
  @Path("/{id}")
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN})
  @Operation(summary = "Shows a price")
  @APIResponse(responseCode = "404", description = "There is none")
  public Uni<PriceView> show(@PathParam("id") UUID id) {
    return desk.show(DOOR, id);
  }

  /** Lays down a price. */
  @POST
  @RolesAllowed(Roles.BILLING_ADMIN)
  @Operation(
      summary = "Enters a price",
      description =
          "Nothing is edited: a correction is a new entry for the same match, and reports of earlier"
              + " marks keep what was known then. Refused is what some usage could not be told"
              + " apart from ('overlapping-price').")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              examples = {
                @ExampleObject(name = "flat", value = FLAT),
                @ExampleObject(name = "graduated", value = GRADUATED)
              }))
  @APIResponse(responseCode = "201", description = "Entered")
  @APIResponse(responseCode = "200", description = "The book says so already")
  @APIResponse(responseCode = "400", description = "Something is wrong; the book is unchanged")
  public Uni<RestResponse<PriceView>> add(@NotNull PriceBody body) {
    return desk.add(DOOR, body.draft(), body.source());
  }

  /** Takes prices back. */
  @POST
  @Path("/withdrawals")
  @RolesAllowed(Roles.BILLING_ADMIN)
  @Operation(
      summary = "Withdraws a price, by its id or by its match and times",
      description = "A less specific price counts then; without one the usage is unrated.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              examples = @ExampleObject(name = "match", value = WITHDRAWAL)))
  @APIResponse(responseCode = "201", description = "Withdrawn")
  @APIResponse(responseCode = "200", description = "There was nothing to withdraw")
  public Uni<RestResponse<WithdrawalView>> withdraw(@NotNull WithdrawalBody<MatchBody> body) {
    return desk.withdraw(DOOR, body.with(MatchBody::match));
  }
}
