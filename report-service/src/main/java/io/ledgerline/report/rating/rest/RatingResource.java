package io.ledgerline.report.rating.rest;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.KeepsScope;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.audit.Audited;
import io.ledgerline.platform.page.Page;
import io.ledgerline.platform.problem.InvalidRequest;
import io.ledgerline.platform.rest.Represented;
import io.ledgerline.report.rating.FoldedLine;
import io.ledgerline.report.rating.RatingBooks;
import io.ledgerline.report.rating.RatingFold;
import io.ledgerline.report.rating.RatingPeriod;
import io.ledgerline.report.rating.RatingTotals;
import io.ledgerline.report.rating.RatingTotals.Unrated;
import io.ledgerline.report.rating.RatingTotals.UnratedKey;
import io.ledgerline.report.rating.making.PeriodRater;
import io.ledgerline.report.rating.store.RatingBookStore;
import io.ledgerline.report.rating.store.WhatIf;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What past usage costs, by the books as they are now known, were known, or might be. */
@Path("/api/v1/ratings")
@KeepsScope
@RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN})
@Tag(name = "ratings", description = "What past usage costs, and what it would cost")
public class RatingResource {
  private static final String EXAMPLE =
      """
      {"from": "2026-01-01T00:00:00Z", "to": "2026-02-01T00:00:00Z",
       "prices": [{"model": "gpt-4o", "meter": "input_tokens", "rate": "2.00", "per": 1000000,
                   "unit": "token", "currency": "USD", "validFrom": "2026-01-01T00:00:00Z"}]}""";

  private final PeriodRater rater;
  private final RatingBookStore books;
  private final CurrentCaller caller;

  RatingResource(PeriodRater rater, RatingBookStore books, CurrentCaller caller) {
    this.rater = rater;
    this.books = books;
    this.caller = caller;
  }

  /** The rated lines of a period. */
  @GET
  @Audited
  @Represented
  @RunOnVirtualThread
  @Operation(
      summary = "Rates a past period and lists its lines by cost centre, model and meter",
      description =
          "A line is the usage of one dimension set and meter that rests on the same price, terms,"
              + " attribution and currency rate. Lines are rated anew for every page, by the books"
              + " of the first page.")
  @APIResponse(responseCode = "200", description = "A page of lines")
  @APIResponse(responseCode = "400", description = "A parameter breaks a rule; 'errors' names it")
  public RatingPage<RatedLineView> list(@BeanParam RatingQuestion question) {
    RatingPeriod period = question.period();
    Instant knownAt = knownAt(question.knownAt());
    RatingFold fold = new RatingFold(question.lines(), question.limit.value());
    Instant keptFrom = rate(period, () -> List.of(new PeriodRater.Way(at(knownAt), fold)));
    List<FoldedLine> lines = fold.lines();
    return new RatingPage<>(
        lines.stream().map(RatedLineView::of).toList(),
        fold.hasMore() ? RatingCursor.of(knownAt, lines.getLast().key().place()).encode() : null,
        knownAt,
        keptFrom);
  }

  /** The usage of a period that has no cost. */
  @GET
  @Audited
  @Represented
  @Path("/unrated")
  @RunOnVirtualThread
  @Operation(
      summary = "Lists the usage of a past period that has no cost, and why",
      description = "By model, meter and reason. Such usage is never counted as zero.")
  @APIResponse(responseCode = "200", description = "A page of unrated usage")
  @APIResponse(responseCode = "400", description = "A parameter breaks a rule; 'errors' names it")
  public RatingPage<UnratedView> unrated(@BeanParam RatingQuestion question) {
    RatingPeriod period = question.period();
    Instant knownAt = knownAt(question.knownAt());
    UnratedKey after = question.cursor == null ? null : RatingCursor.unrated(question.cursor);
    RatingTotals totals = new RatingTotals();
    Instant keptFrom = rate(period, () -> List.of(new PeriodRater.Way(at(knownAt), totals)));
    List<Map.Entry<UnratedKey, Unrated>> found =
        totals.unrated().entrySet().stream()
            .filter(entry -> after == null || entry.getKey().compareTo(after) > 0)
            .filter(entry -> question.wants(entry.getKey().costCentre(), entry.getKey().model()))
            .limit(question.limit.plusOne())
            .toList();
    Page<UnratedView> page =
        Page.of(found, question.limit, last -> RatingCursor.of(knownAt, last.getKey()))
            .map(entry -> UnratedView.of(entry.getKey(), entry.getValue()));
    return new RatingPage<>(page.items(), page.nextCursor(), knownAt, keptFrom);
  }

  /** A period as it is now known, and by other books. */
  @POST
  @Path("/preview")
  @RunOnVirtualThread
  @Operation(
      summary = "Rates a past period twice and tells the difference; changes nothing",
      description =
          "Once as everything is known now, once as it was known at 'knownAt' and with the 'prices',"
              + " 'discounts', 'contractPrices', 'markups' and 'exchangeRates' of the request, as if they had been learnt last. The difference is"
              + " told by currency, and by cost centre and model; what has no cost is listed for"
              + " both.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              examples = @ExampleObject(name = "at another price", value = EXAMPLE)))
  @APIResponse(responseCode = "200", description = "Both ratings and the difference")
  @APIResponse(responseCode = "400", description = "A field is not valid; 'errors' names it")
  public PreviewView preview(@NotNull PreviewBody body) {
    RatingPeriod period = new RatingPeriod(body.from(), body.to());
    Instant now = books.mark(caller.tenant());
    Instant knownAt = body.knownAt() == null ? now : past(body.knownAt(), now);
    TenantId tenant = caller.tenant();
    WhatIf whatIf = body.whatIf();
    RatingTotals current = new RatingTotals();
    RatingTotals preview = new RatingTotals();
    Instant keptFrom =
        rate(
            period,
            () ->
                List.of(
                    new PeriodRater.Way(at(now), current),
                    new PeriodRater.Way(books.at(tenant, knownAt, whatIf), preview)));
    return PreviewView.of(period, now, knownAt, current, preview, keptFrom);
  }

  private Instant rate(RatingPeriod period, Supplier<List<PeriodRater.Way>> ways) {
    return rater.rate(caller.sight(), period, ways);
  }

  private RatingBooks at(Instant knownAt) {
    TenantId tenant = caller.tenant();
    return books.at(tenant, knownAt);
  }

  private Instant knownAt(Instant asked) {
    Instant now = books.mark(caller.tenant());
    return asked == null ? now : past(asked, now);
  }

  /** What is yet to be learnt cannot be told. */
  private static Instant past(Instant knownAt, Instant now) {
    if (knownAt.isAfter(now)) {
      throw InvalidRequest.field(
          "knownAt", "in-the-future", "'knownAt' is not later than now, which is " + now + ".");
    }
    return knownAt;
  }
}
